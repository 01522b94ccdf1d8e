package dev.reelway.ingest.accept.http;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.InputStream;

/** The API's own description; a test holds it to the routes. */
final class OpenApiRoute {

  static final String FILE = "openapi.yaml";

  void addTo(RouteList routes) {
    routes.open(HandlerType.GET, RouteList.BASE + "/" + FILE, "getOpenApi", this::get);
  }

  private void get(Call call) {
    call.context().contentType("application/yaml");
    call.context().result(document());
  }

  static byte[] document() {
    try (InputStream stream = OpenApiRoute.class.getResourceAsStream(FILE)) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new ReelwayException(
          FailureKind.INVARIANT_BROKEN, "The API document cannot be read.", e);
    }
  }
}
