package dev.reelway.ingest.coordinate.host;

import dev.reelway.contracts.fleet.Notification;
import dev.reelway.contracts.fleet.PlanOutline;
import dev.reelway.contracts.fleet.Step;
import dev.reelway.contracts.fleet.TitleRequest;
import dev.reelway.contracts.fleet.TitleStatus;
import dev.reelway.contracts.master.Finding;
import dev.reelway.contracts.title.Phase;
import dev.reelway.contracts.work.TaskKind;
import dev.reelway.ingest.coordinate.TitleState;
import dev.reelway.ingest.coordinate.Work;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Turns a title's rows into what people are told. */
final class Statuses {

  private Statuses() {}

  static TitleStatus of(
      LiveTitle title, Collection<TaskTable.Entry> tasks, int queuePosition, Instant now) {
    TitleRow row = title.row();
    TitleState state = row.state();
    TitleRequest request = title.request();
    return new TitleStatus(
        TitleStatus.SCHEMA,
        title.id(),
        row.requestId(),
        title.version(),
        state.run(),
        request.tenant(),
        request.name(),
        request.master(),
        request.profileName(),
        request.lane(),
        request.metadata(),
        state.phase(),
        queuePosition,
        row.createdAt(),
        now.toString(),
        row.phases(),
        row.masterSummary(),
        row.plan(),
        progress(row, tasks, now),
        findings(row),
        state.failure(),
        state.published(),
        request.publishAt(),
        request.unpublishAt(),
        request.masterName());
  }

  /** The same phase of the same run is told under the same id, however often. */
  static Notification notification(LiveTitle title, Instant now) {
    TitleState state = title.state();
    return new Notification(
        "%s-%d-%d-%d-%s"
            .formatted(
                title.id(),
                title.version(),
                state.run(),
                title.row().phases().size(),
                state.phase()),
        title.id(),
        title.tenant(),
        title.request().name(),
        title.version(),
        state.run(),
        state.phase(),
        now.toString(),
        state.failure(),
        state.published());
  }

  // A plan repeats what it takes from the inspection.
  private static List<Finding> findings(TitleRow row) {
    Stream<Finding> planned = row.plan().stream().flatMap(plan -> plan.warnings().stream());
    return Stream.concat(row.findings().stream(), planned).distinct().toList();
  }

  private static TitleStatus.Progress progress(
      TitleRow row, Collection<TaskTable.Entry> tasks, Instant now) {
    Optional<Work> work = row.state().work();
    if (work.isEmpty() || row.plan().isEmpty()) {
      return TitleStatus.Progress.NONE;
    }
    PlanOutline plan = row.plan().get();
    long frames = framesDone(plan, work.get(), tasks);
    return new TitleStatus.Progress(
        work.get().plan().taskCount(),
        work.get().encoded().count(),
        work.get().packaged().count(),
        (int) tasks.stream().filter(Statuses::isBeingEncoded).count(),
        frames,
        row.parts(),
        row.reusedParts(),
        row.retries(),
        etaSeconds(row, plan, frames, now));
  }

  private static long framesDone(PlanOutline plan, Work work, Collection<TaskTable.Entry> tasks) {
    long chunks = work.encodedChunks();
    long running =
        tasks.stream()
            .filter(Statuses::isBeingEncoded)
            .filter(t -> t.task().id().task().orElseThrow().kind() == TaskKind.VIDEO_CHUNK)
            .mapToLong(TaskTable.Entry::done)
            .sum();
    return Math.min(plan.totalFrames(), chunks * plan.chunkFrames() + running);
  }

  private static boolean isBeingEncoded(TaskTable.Entry entry) {
    return entry.row().state() == TaskRow.State.RUNNING && entry.task().id().step() == Step.ENCODE;
  }

  // As fast as until now; what was found instead of encoded makes it a guess at first.
  private static long etaSeconds(TitleRow row, PlanOutline plan, long frames, Instant now) {
    double elapsed = (now.toEpochMilli() - row.encodingSince()) / 1000.0;
    boolean known =
        row.state().phase() == Phase.ENCODING
            && row.encodingSince() > 0
            && frames > 0
            && elapsed > 1;
    return known ? Math.round((plan.totalFrames() - frames) * elapsed / frames) : -1;
  }
}
