package dev.reelway.ingest.coordinate.host;

import dev.reelway.contracts.fleet.Lane;
import dev.reelway.contracts.fleet.PlanOutline;
import dev.reelway.contracts.fleet.Task;
import dev.reelway.contracts.fleet.TaskOutcome;
import dev.reelway.contracts.fleet.TitleRequest;
import dev.reelway.contracts.master.SourceOptions;
import dev.reelway.contracts.plan.Cost;
import dev.reelway.contracts.title.Publication;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Requests and outcomes as they might be. */
final class Samples {

  static final String BUILD = "build-1";

  private Samples() {}

  static TitleRequest request(String titleId) {
    return request(titleId, "studio", Lane.STANDARD);
  }

  static TitleRequest request(String titleId, String tenant, Lane lane) {
    return request(titleId, tenant, lane, "v1", false, false);
  }

  /** Another {@code etag} is another wish. */
  static TitleRequest request(
      String titleId,
      String tenant,
      Lane lane,
      String etag,
      boolean awaitStart,
      boolean awaitPublish) {
    return new TitleRequest(
        TitleRequest.SCHEMA,
        titleId,
        tenant,
        "The " + titleId,
        "s3://masters/" + titleId + ".mov",
        etag,
        "default",
        "rungs: []",
        lane,
        awaitStart,
        awaitPublish,
        Optional.empty(),
        Optional.empty(),
        SourceOptions.STRICT,
        Map.of(),
        "key-1",
        "2026-01-01T00:00:00Z");
  }

  static PlanOutline plan(int chunks, int soundTracks, String build) {
    return new PlanOutline(
        "plan-" + chunks + "-" + build,
        build,
        chunks * 20.0,
        chunks,
        soundTracks,
        0,
        500,
        chunks * 500L,
        List.of("1080p", "540p"),
        new Cost(chunks * 60L, chunks * 1_000L, chunks * 900L),
        List.of());
  }

  static Publication publication(int version) {
    return new Publication(version, "plan-" + version, "index.m3u8", "index.mpd");
  }

  /** What the executor of {@code task} says when all goes well. */
  static TaskOutcome outcome(Task task, PlanOutline plan) {
    return switch (task.id().step()) {
      case INSPECT -> new TaskOutcome.Inspected("1080p, 60 s", List.of());
      case PLAN -> new TaskOutcome.Planned(plan);
      case ENCODE -> new TaskOutcome.Encoded(2, 1, 1_000, 3.0);
      case PACKAGE -> new TaskOutcome.Packaged(4, 900);
      case PUBLISH -> new TaskOutcome.Published(publication(task.id().version()));
      case ROLL_BACK -> new TaskOutcome.Published(publication(task.targetVersion()));
      case UNPUBLISH, DISCARD, ERASE -> new TaskOutcome.Done();
    };
  }
}
