package dev.reelway.cli.client;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.fleet.Lane;
import dev.reelway.contracts.fleet.PlanOutline;
import dev.reelway.contracts.fleet.TitleStatus;
import dev.reelway.contracts.master.Finding;
import dev.reelway.contracts.plan.Cost;
import dev.reelway.contracts.title.Phase;
import dev.reelway.contracts.title.Publication;
import dev.reelway.contracts.title.TitleFailure;
import dev.reelway.platform.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Titles of a server in all states. */
public final class Statuses {

  /** Everything that a title in this phase has. */
  public static TitleStatus in(Phase phase) {
    return in(phase, 1);
  }

  /** As above, for a version. */
  public static TitleStatus in(Phase phase, int version) {
    boolean isPlanned = phase.compareTo(Phase.PLANNING) > 0 && !phase.isGivenUp();
    return new TitleStatus(
        TitleStatus.SCHEMA,
        "sintel",
        "request-1",
        version,
        1,
        "default",
        "Sintel, the trailer",
        "s3://masters/sintel.mp4",
        "default",
        Lane.EXPRESS,
        Map.of("house", "4711"),
        phase,
        phase == Phase.SUBMITTED ? 3 : 0,
        "2026-03-01T10:00:00Z",
        "2026-03-01T10:02:00Z",
        phases(phase),
        phase.compareTo(Phase.INSPECTING) > 0 ? "MP4/MOV, H.264 1280x720, 52 s" : "",
        isPlanned ? Optional.of(PLAN) : Optional.empty(),
        isPlanned
            ? new TitleStatus.Progress(20, 9, 7, 2, 500, 60, 15, 1, 75)
            : TitleStatus.Progress.NONE,
        isPlanned ? List.of(Finding.warning("SOUND_SHORTER", "The sound ends early.")) : List.of(),
        failure(phase),
        phase == Phase.PUBLISHED
            ? Optional.of(new Publication(version, "plan-1", "k/index.m3u8", "k/index.mpd"))
            : Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static final PlanOutline PLAN =
      new PlanOutline(
          "plan-1",
          "build-1",
          52.209,
          18,
          2,
          0,
          120,
          1253,
          List.of("720p", "480p"),
          new Cost(130, 50_000_000, 21_300_000),
          List.of());

  private Statuses() {}

  private static List<TitleStatus.Entered> phases(Phase phase) {
    List<TitleStatus.Entered> phases = new ArrayList<>();
    phases.add(new TitleStatus.Entered(Phase.SUBMITTED, "2026-03-01T10:00:00Z"));
    if (phase != Phase.SUBMITTED) {
      phases.add(new TitleStatus.Entered(phase, "2026-03-01T10:01:05Z"));
    }
    return phases;
  }

  private static Optional<TitleFailure> failure(Phase phase) {
    return switch (phase) {
      case FAILED ->
          Optional.of(
              new TitleFailure(FailureKind.MASTER_TRUNCATED, "'sintel.mp4' ends at byte 100."));
      case HELD -> Optional.of(new TitleFailure(FailureKind.STORAGE_FULL, "The storage is full."));
      default -> Optional.empty();
    };
  }

  /** The JSON of a title as the API shows it. */
  public static String json(TitleStatus status) {
    String json = new String(Json.write(status), StandardCharsets.UTF_8);
    String links =
        status.published().isPresent()
            ? ",\"links\":{\"self\":\"/api/v1/titles/sintel\",\"hls\":\"/k/index.m3u8\","
                + "\"dash\":\"https://cdn.example/k/index.mpd\"}}"
            : ",\"links\":{\"self\":\"/api/v1/titles/sintel\"}}";
    return json.substring(0, json.length() - 1) + links;
  }
}
