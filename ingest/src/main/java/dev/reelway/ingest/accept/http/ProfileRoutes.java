package dev.reelway.ingest.accept.http;

import dev.reelway.ingest.accept.Profiles;
import dev.reelway.ingest.accept.Role;
import io.javalin.http.HandlerType;
import java.util.List;

/** Ladders that submissions may name. They are the installation's, not a tenant's. */
final class ProfileRoutes {

  private final Profiles profiles;

  ProfileRoutes(Profiles profiles) {
    this.profiles = profiles;
  }

  void addTo(RouteList routes) {
    routes.read("/profiles", "listProfiles", Role.VIEWER, this::list);
    routes.read("/profiles/{name}", "getProfile", Role.VIEWER, this::get);
    routes.write(HandlerType.PUT, "/profiles/{name}", "putProfile", Role.OPERATOR, this::put);
    routes.write(
        HandlerType.DELETE, "/profiles/{name}", "deleteProfile", Role.OPERATOR, this::delete);
  }

  /** Names, the built-in one first. */
  record ProfileList(List<String> profiles) {}

  private void list(Call call) {
    call.answer(200, new ProfileList(profiles.names()));
  }

  private void get(Call call) {
    String yaml =
        profiles
            .find(call.path("name"))
            .orElseThrow(() -> Refusal.of(ProblemKind.NOT_FOUND, "There is no such profile."));
    call.context().contentType("application/yaml");
    call.context().result(yaml);
  }

  private void put(Call call) {
    call.expectAllTenants();
    String name = call.path("name");
    boolean created = profiles.put(name, call.bodyText());
    call.about(name, "");
    call.answer(created ? 201 : 200, new ProfileName(name));
  }

  /** The profile that was put. */
  record ProfileName(String name) {}

  private void delete(Call call) {
    call.expectAllTenants();
    profiles.delete(call.path("name"));
    call.about(call.path("name"), "");
    call.done();
  }
}
