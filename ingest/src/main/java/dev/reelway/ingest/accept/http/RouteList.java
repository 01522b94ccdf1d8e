package dev.reelway.ingest.accept.http;

import dev.reelway.ingest.accept.Role;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects the routes; a write is audited. */
final class RouteList {

  static final String BASE = "/api/v1";

  private final List<Route> routes = new ArrayList<>();

  /** A read. */
  void read(String path, String operationId, Role role, Action action) {
    add(HandlerType.GET, path, operationId, role, action);
  }

  /** A write. */
  void write(HandlerType method, String path, String operationId, Role role, Action action) {
    routes.add(new Route(method, BASE + path, operationId, Optional.of(role), true, action));
  }

  /** A call that is audited only when it says so itself. */
  void add(HandlerType method, String path, String operationId, Role role, Action action) {
    routes.add(new Route(method, BASE + path, operationId, Optional.of(role), false, action));
  }

  /** A call that needs no key. */
  void open(HandlerType method, String path, String operationId, Action action) {
    routes.add(new Route(method, path, operationId, Optional.empty(), false, action));
  }

  List<Route> routes() {
    return List.copyOf(routes);
  }
}
