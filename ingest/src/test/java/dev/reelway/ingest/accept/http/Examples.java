package dev.reelway.ingest.accept.http;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.fleet.DeadLetter;
import dev.reelway.contracts.fleet.Lane;
import dev.reelway.contracts.fleet.Notification;
import dev.reelway.contracts.fleet.PlanOutline;
import dev.reelway.contracts.fleet.Step;
import dev.reelway.contracts.fleet.TaskId;
import dev.reelway.contracts.fleet.TitleStatus;
import dev.reelway.contracts.master.Finding;
import dev.reelway.contracts.plan.Cost;
import dev.reelway.contracts.title.Phase;
import dev.reelway.contracts.title.Publication;
import dev.reelway.contracts.title.TitleFailure;
import dev.reelway.contracts.work.TaskKind;
import dev.reelway.contracts.work.TaskRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Titles and what happens to them, with every field that an answer can have. */
final class Examples {

  static final String AT = "2026-01-01T00:00:00Z";

  private Examples() {}

  static TitleStatus title(String id, String tenant, Phase phase) {
    return title(id, tenant, phase, AT, id);
  }

  static TitleStatus title(String id, String tenant, Phase phase, String createdAt, String name) {
    boolean planned = phase.compareTo(Phase.PLANNING) > 0;
    boolean shown = phase == Phase.PUBLISHED || phase == Phase.UNPUBLISHING;
    return new TitleStatus(
        TitleStatus.SCHEMA,
        id,
        "r1",
        3,
        5,
        tenant,
        name,
        "s3://masters/" + id + ".mov",
        "default",
        Lane.STANDARD,
        Map.of("house", "n-" + id),
        phase,
        phase == Phase.SUBMITTED ? 1 : 0,
        createdAt,
        createdAt,
        List.of(new TitleStatus.Entered(phase, createdAt)),
        planned ? "H.264 1920x1080" : "",
        planned ? Optional.of(plan()) : Optional.empty(),
        planned
            ? new TitleStatus.Progress(10, 4, 3, 2, 4_000, 8, 1, 1, 12)
            : TitleStatus.Progress.NONE,
        List.of(Finding.info("COLOUR_ASSUMED", "The colours are assumed to be BT.709.")),
        phase == Phase.FAILED
            ? Optional.of(new TitleFailure(FailureKind.MASTER_DAMAGED, "It is damaged at 0:12."))
            : Optional.empty(),
        shown ? Optional.of(publication(id)) : Optional.empty(),
        Optional.of(AT),
        Optional.empty());
  }

  /** The same title somewhere else. */
  static TitleStatus inPhase(TitleStatus status, Phase phase) {
    return copy(status, status.requestId(), phase);
  }

  /** The same title by another request. */
  static TitleStatus ofRequest(TitleStatus status, String requestId) {
    return copy(status, requestId, status.phase());
  }

  private static TitleStatus copy(TitleStatus s, String requestId, Phase phase) {
    return new TitleStatus(
        s.schema(),
        s.titleId(),
        requestId,
        s.version(),
        s.run(),
        s.tenant(),
        s.name(),
        s.master(),
        s.profileName(),
        s.lane(),
        s.metadata(),
        phase,
        s.queuePosition(),
        s.createdAt(),
        s.updatedAt(),
        s.phases(),
        s.masterSummary(),
        s.plan(),
        s.progress(),
        s.findings(),
        s.failure(),
        s.published(),
        s.publishAt(),
        s.unpublishAt());
  }

  static Publication publication(String id) {
    return new Publication(
        2, "hash", "titles/" + id + "/index.m3u8", "titles/" + id + "/index.mpd");
  }

  static Notification notification(String id, String tenant, Phase phase) {
    return new Notification(
        id + phase,
        id,
        tenant,
        "Name",
        1,
        1,
        phase,
        AT,
        Optional.of(new TitleFailure(FailureKind.CHUNK_INVALID, "A chunk is wrong.")),
        Optional.of(publication(id)));
  }

  static DeadLetter taskLetter(String letterId, String titleId, String tenant, int run) {
    return new DeadLetter(
        letterId,
        AT,
        FailureKind.ENCODER_CRASHED,
        "The encoder crashed.",
        tenant,
        Optional.of(
            new TaskId(
                titleId, 1, Step.ENCODE, Optional.of(new TaskRef(TaskKind.VIDEO_CHUNK, 4)), 3)),
        "worker-1",
        run,
        "",
        "",
        "reelway dlq replay " + letterId);
  }

  static DeadLetter ingestLetter(String letterId) {
    return new DeadLetter(
        letterId,
        AT,
        FailureKind.REQUEST_INVALID,
        "The record is no JSON.",
        "",
        Optional.empty(),
        "",
        0,
        "reelway.ingest-0@7",
        "nonsense",
        "reelway dlq replay " + letterId);
  }

  private static PlanOutline plan() {
    return new PlanOutline(
        "hash",
        "build",
        12.5,
        10,
        1,
        0,
        600,
        6_000,
        List.of("1080p"),
        new Cost(100, 200, 300),
        List.of(Finding.warning("SLOW", "It takes a while.")));
  }
}
