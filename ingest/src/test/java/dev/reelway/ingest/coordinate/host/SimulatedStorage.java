package dev.reelway.ingest.coordinate.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.fleet.PlanOutline;
import dev.reelway.contracts.fleet.Step;
import dev.reelway.contracts.fleet.Task;
import dev.reelway.contracts.fleet.TaskId;
import dev.reelway.contracts.fleet.TaskOutcome;
import dev.reelway.contracts.fleet.TaskReport;
import dev.reelway.contracts.title.Phase;
import dev.reelway.contracts.work.TaskKind;
import dev.reelway.contracts.work.TaskRef;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What executors have really done, and what they find out when something before them is not. */
final class SimulatedStorage {

  /** By title and version. */
  private final Map<String, PlanOutline> plans = new HashMap<>();

  private final Map<String, Set<TaskRef>> encoded = new HashMap<>();
  private final Map<String, Set<TaskRef>> packaged = new HashMap<>();
  private final Map<String, Integer> publicVersion = new HashMap<>();

  /** Does a task and says how it went. */
  TaskReport carryOut(Task task, String worker, String currentBuild) {
    TaskId id = task.id();
    String version = id.titleId() + "/" + id.version();
    switch (id.step()) {
      case PLAN -> {
        List<TaskRef> kept = plan(task, version, currentBuild);
        return new TaskReport.Succeeded(
            id, worker, new TaskOutcome.Planned(plans.get(version), kept));
      }
      case ENCODE -> set(encoded, version + "/" + task.engineBuild()).add(id.task().orElseThrow());
      case PACKAGE -> {
        String build = plans.get(version).engineBuild();
        if (!set(encoded, version + "/" + build).contains(id.task().orElseThrow())) {
          return failed(id, worker, FailureKind.CHUNK_INVALID);
        }
        set(packaged, version + "/" + build).add(id.task().orElseThrow());
      }
      case PUBLISH -> {
        if (!isComplete(version)) {
          return failed(id, worker, FailureKind.INVARIANT_BROKEN);
        }
        publicVersion.put(id.titleId(), id.version());
      }
      case ROLL_BACK -> {
        if (!isComplete(id.titleId() + "/" + task.targetVersion())) {
          return failed(id, worker, FailureKind.USAGE_INVALID);
        }
        publicVersion.put(id.titleId(), task.targetVersion());
      }
      case UNPUBLISH -> publicVersion.remove(id.titleId());
      case DISCARD -> discard(id.titleId());
      default -> {}
    }
    return new TaskReport.Succeeded(id, worker, Samples.outcome(task, plans.get(version)));
  }

  /** Keeps what is packaged of sound. */
  private List<TaskRef> plan(Task task, String version, String currentBuild) {
    int chunks = 1 + Math.floorMod(task.id().titleId().hashCode(), 9);
    String build = task.engineBuild().isEmpty() ? currentBuild : task.engineBuild();
    PlanOutline earlier = plans.put(version, Samples.plan(chunks, chunks % 2, build));
    if (earlier == null) {
      return List.of();
    }
    List<TaskRef> kept =
        set(packaged, version + "/" + earlier.engineBuild()).stream()
            .filter(done -> done.kind() == TaskKind.AUDIO_TRACK)
            .toList();
    set(packaged, version + "/" + build).addAll(kept);
    return kept;
  }

  private void discard(String title) {
    int shown = publicVersion.getOrDefault(title, 0);
    packaged
        .keySet()
        .removeIf(v -> v.startsWith(title + "/") && !v.startsWith(title + "/" + shown));
  }

  private static TaskReport failed(TaskId id, String worker, FailureKind kind) {
    return new TaskReport.Failed(id, worker, kind, "Something is missing.");
  }

  private boolean isComplete(String version) {
    PlanOutline plan = plans.get(version);
    return plan != null
        && set(packaged, version + "/" + plan.engineBuild()).size()
            == plan.videoChunks() + plan.audioTracks();
  }

  private static Set<TaskRef> set(Map<String, Set<TaskRef>> sets, String key) {
    return sets.computeIfAbsent(key, name -> new HashSet<>());
  }

  /** Every task belongs to a title, and none of another version is done while one is made. */
  void assertSane(MemoryStores stores) {
    for (TaskRow row : stores.tasks()) {
      TaskId id = row.task().id();
      assertThat(stores.titles()).contains(id.titleId());
      boolean makes = id.step() != Step.DISCARD && row.state() != TaskRow.State.STOPPING;
      int version = stores.title(id.titleId()).state().submission().version();
      assertThat(makes && id.version() != version).as("a leftover: %s", row).isFalse();
    }
  }

  /** What a title at rest says of itself is true. */
  void assertTrue(TitleRow row) {
    String title = row.state().titleId();
    if (row.state().phase() == Phase.PUBLISHED) {
      int shown = row.state().published().orElseThrow().version();
      assertThat(publicVersion).containsEntry(title, shown);
      assertThat(isComplete(title + "/" + shown))
          .as("all of %s/%d is there", title, shown)
          .isTrue();
    } else if (row.state().phase() == Phase.UNPUBLISHED) {
      assertThat(publicVersion).doesNotContainKey(title);
    }
  }
}
