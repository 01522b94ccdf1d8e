package dev.reelway.ingest.coordinate;

import dev.reelway.contracts.title.Phase;
import dev.reelway.contracts.title.TitleFailure;
import dev.reelway.contracts.work.TaskRef;
import java.time.Duration;
import java.util.Optional;

/**
 * Something the host must do, in the order of the list. Commands are about the title of the state
 * they come with. {@code delay} is how long to wait first; it is zero for first attempts.
 *
 * <p>The host answers each command that has an attempt with an event of that attempt, also when it
 * was stopped; it repeats a command that may have been lost, because all of them are idempotent.
 */
public sealed interface TitleCommand {

  /** Read the master; answer {@code Inspected} or {@code InspectionFailed}. */
  record InspectMaster(int attempt, Duration delay) implements TitleCommand {}

  /** Make the plan; answer {@code Planned} or {@code PlanningFailed}. */
  record MakePlan(int attempt, Duration delay) implements TitleCommand {}

  /**
   * Encode a task; answer {@code TaskEncoded}, {@code TaskFailed} or {@code TaskTimedOut}.
   *
   * @param memoryClass how many times larger a worker to choose: 0 for the usual one
   * @param fresh whether work objects found in storage are not to be trusted
   */
  record EncodeTask(TaskRef task, int attempt, Duration delay, int memoryClass, boolean fresh)
      implements TitleCommand {}

  /** Package what a task encoded; answer {@code TaskPackaged} or {@code PackagingFailed}. */
  record PackageTask(TaskRef task, int attempt, Duration delay) implements TitleCommand {}

  /**
   * Check and publish; answer {@code Published} or {@code PublishFailed}.
   *
   * @param force whether a version that breaks rules becomes public, too
   */
  record Publish(int version, int attempt, Duration delay, boolean force) implements TitleCommand {

    /** A version that must keep all rules. */
    public Publish(int version, int attempt, Duration delay) {
      this(version, attempt, delay, false);
    }
  }

  /** Flip back; answer {@code RolledBack} or {@code FlipFailed}. */
  record RollBack(int targetVersion, int attempt, Duration delay) implements TitleCommand {}

  /** Take the public manifests away; answer {@code Unpublished} or {@code FlipFailed}. */
  record Unpublish(int attempt, Duration delay) implements TitleCommand {}

  /** Stop everything that runs or waits for the title. */
  record StopTasks() implements TitleCommand {}

  /**
   * Once nothing of the title runs any more, remove the tracks and version folders that neither a
   * public manifest nor another version refers to; answer {@code Discarded(number)}. Work objects
   * are shared between titles and stay.
   */
  record DiscardUnpublished(int number) implements TitleCommand {}

  /** Tell people: the title has entered another phase. */
  record ReportStatus(Phase phase, Optional<TitleFailure> failure) implements TitleCommand {}
}
