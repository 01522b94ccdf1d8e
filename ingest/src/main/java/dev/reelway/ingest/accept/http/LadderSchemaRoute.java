package dev.reelway.ingest.accept.http;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.InputStream;

/** Serves the JSON Schema of ladder files, for editors; they have no key. */
final class LadderSchemaRoute {

  /** The published schema; the build puts all of them there. */
  private static final String FILE = "/dev/reelway/ingest/queue/ladder-v1.schema.json";

  void addTo(RouteList routes) {
    routes.open(
        HandlerType.GET, RouteList.BASE + "/ladder.schema.json", "getLadderSchema", this::get);
  }

  private void get(Call call) {
    try (InputStream stream = LadderSchemaRoute.class.getResourceAsStream(FILE)) {
      call.context().contentType("application/schema+json");
      call.context().result(stream.readAllBytes());
    } catch (IOException e) {
      throw new ReelwayException(
          FailureKind.INVARIANT_BROKEN, "The schema of ladders cannot be read.", e);
    }
  }
}
