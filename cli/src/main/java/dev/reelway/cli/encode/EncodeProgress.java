package dev.reelway.cli.encode;

import dev.reelway.contracts.master.Inspection;
import dev.reelway.contracts.plan.EncodePlan;
import dev.reelway.contracts.work.EncodedChunk;
import dev.reelway.contracts.work.EncodedTrackPart;
import dev.reelway.contracts.work.TaskKind;
import dev.reelway.contracts.work.TaskRef;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How far a title has come. Steps write, a display reads; thread-safe. Work that was found instead
 * of made counts as done, but not for the speed.
 */
final class EncodeProgress {

  /** What a display shows of the tasks of one kind. */
  record Stage(long done, long fresh, long total) {}

  private final Map<TaskRef, Long> counts = new ConcurrentHashMap<>();
  private final Map<TaskRef, Boolean> reused = new ConcurrentHashMap<>();
  private final AtomicInteger packagedTasks = new AtomicInteger();
  private volatile Inspection inspection;
  private volatile EncodePlan plan;
  private volatile long encodingSince;

  void inspected(Inspection value) {
    inspection = value;
  }

  void planned(EncodePlan value) {
    plan = value;
    encodingSince = System.nanoTime();
  }

  void encoding(TaskRef task, long count) {
    counts.put(task, count);
  }

  void encoded(TaskRef task, EncodedChunk chunk) {
    reused.put(task, chunk.parts().stream().allMatch(EncodedTrackPart::reused));
    counts.put(task, total(task));
  }

  void packaged(TaskRef task) {
    counts.put(task, total(task));
    packagedTasks.incrementAndGet();
  }

  Inspection inspection() {
    return inspection;
  }

  EncodePlan plan() {
    return plan;
  }

  /** Seconds since the plan was ready. */
  double encodingSeconds() {
    return (System.nanoTime() - encodingSince) / 1e9;
  }

  /** Frames of the picture, or samples of all sound tracks. */
  Stage stage(TaskKind kind) {
    long total = plan.tasks().filter(task -> task.kind() == kind).mapToLong(this::total).sum();
    long done = 0;
    long fresh = 0;
    for (Map.Entry<TaskRef, Long> count : counts.entrySet()) {
      if (count.getKey().kind() == kind) {
        done += count.getValue();
        fresh += reused.getOrDefault(count.getKey(), false) ? 0 : count.getValue();
      }
    }
    return new Stage(done, fresh, total);
  }

  int packagedTasks() {
    return packagedTasks.get();
  }

  int reusedTasks() {
    return (int) reused.values().stream().filter(r -> r).count();
  }

  int tasks() {
    return (int) plan.tasks().count();
  }

  private long total(TaskRef task) {
    return switch (task.kind()) {
      case VIDEO_CHUNK -> plan.chunks().get(task.number()).frameCount();
      case AUDIO_TRACK -> plan.audio().get(task.number()).samples();
      case TEXT_TRACK -> plan.grid().segmentCount();
    };
  }
}
