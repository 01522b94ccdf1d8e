package dev.reelway.ingest.coordinate;

import dev.reelway.contracts.title.Phase;
import dev.reelway.contracts.title.Publication;
import dev.reelway.contracts.title.TitleFailure;
import java.util.Optional;

/**
 * All that the workflow remembers of a title. Immutable and small: it grows by two bits per task.
 *
 * <p>A <em>version</em> is what a submission makes; a <em>run</em> is one try at it, and a retry by
 * a person begins the next. Attempts are numbered through all runs of a title, so that an answer
 * from an earlier run can never be taken for one of this run.
 *
 * @param schema version of this record's JSON form
 * @param titleId the title
 * @param phase where it stands
 * @param run the current run, from 1; 0 before the first submission
 * @param submission what is being made
 * @param stageAttempt the attempt at inspecting, planning or publishing that counts now
 * @param work progress of the tasks, once planned
 * @param failure why it failed or is held
 * @param published the version that is public
 * @param cancelRequested whether to cancel as soon as the outcome of publishing is known
 * @param targetVersion the publication to roll back to, while rolling back or waiting for a removal
 *     to end; {@link #TAKE_OFF} while unpublishing waits for one; the one that was taken off, while
 *     unpublished; else 0
 * @param cleanup removal of what was given up
 */
public record TitleState(
    int schema,
    String titleId,
    Phase phase,
    int run,
    Submission submission,
    int stageAttempt,
    Optional<Work> work,
    Optional<TitleFailure> failure,
    Optional<Publication> published,
    boolean cancelRequested,
    int targetVersion,
    Cleanup cleanup) {

  /** The current JSON form. */
  public static final int SCHEMA = 1;

  /** Stands for the wish to take the title off, where a version to roll back to would stand. */
  static final int TAKE_OFF = -1;

  /** How often a step is tried in one run. */
  public static final int ATTEMPTS_PER_RUN = 3;

  /** A title that nobody has submitted yet. */
  public static TitleState initial(String titleId) {
    return new TitleState(
        SCHEMA,
        titleId,
        Phase.NEW,
        0,
        Submission.NONE,
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        0,
        Cleanup.NONE);
  }

  /**
   * A title at rest, as it was last known. Its tasks are no longer known, so one that is held has
   * failed: a retry finds all its work in storage.
   */
  public static TitleState restored(
      String titleId,
      Phase phase,
      int run,
      Submission submission,
      Optional<TitleFailure> failure,
      Optional<Publication> published) {
    return new TitleState(
        SCHEMA,
        titleId,
        phase.isOver() ? phase : Phase.FAILED,
        run,
        submission,
        0,
        Optional.empty(),
        failure,
        published,
        false,
        0,
        Cleanup.NONE);
  }

  /** The number of the first attempt of this run. */
  public int firstAttempt() {
    return (run - 1) * ATTEMPTS_PER_RUN + 1;
  }

  /** Which try of its run an attempt is, from 1: what people mean when they count attempts. */
  public static int attemptInRun(int attempt) {
    return (attempt - 1) % ATTEMPTS_PER_RUN + 1;
  }

  /** Whether {@code attempt} is the last one of this run. */
  boolean isLast(int attempt) {
    return attempt >= run * ATTEMPTS_PER_RUN;
  }

  TitleState withPhase(Phase value) {
    return copy(value, stageAttempt, work, failure, cancelRequested);
  }

  /** Enters a stage with its first attempt. */
  TitleState entering(Phase value) {
    return copy(value, firstAttempt(), work, failure, cancelRequested);
  }

  TitleState withStageAttempt(int value) {
    return copy(phase, value, work, failure, cancelRequested);
  }

  TitleState withWork(Work value) {
    return copy(phase, stageAttempt, Optional.of(value), failure, cancelRequested);
  }

  TitleState withFailure(TitleFailure value) {
    return copy(phase, stageAttempt, work, Optional.of(value), cancelRequested);
  }

  TitleState withCancelRequested() {
    return copy(phase, stageAttempt, work, failure, true);
  }

  TitleState withSubmission(Submission value) {
    return new TitleState(
        schema,
        titleId,
        phase,
        run,
        value,
        stageAttempt,
        work,
        failure,
        published,
        cancelRequested,
        targetVersion,
        cleanup);
  }

  TitleState withCleanup(Cleanup value) {
    return new TitleState(
        schema,
        titleId,
        phase,
        run,
        submission,
        stageAttempt,
        work,
        failure,
        published,
        cancelRequested,
        targetVersion,
        value);
  }

  TitleState withPublished(Publication value) {
    return new TitleState(
        schema,
        titleId,
        Phase.PUBLISHED,
        run,
        submission,
        stageAttempt,
        work,
        Optional.empty(),
        Optional.of(value),
        false,
        0,
        cleanup);
  }

  TitleState withoutPublished() {
    return new TitleState(
        schema,
        titleId,
        Phase.UNPUBLISHED,
        run,
        submission,
        stageAttempt,
        work,
        Optional.empty(),
        Optional.empty(),
        false,
        published.map(Publication::version).orElse(0),
        cleanup);
  }

  TitleState withTargetVersion(int value) {
    return new TitleState(
        schema,
        titleId,
        phase,
        run,
        submission,
        stageAttempt,
        work,
        failure,
        published,
        cancelRequested,
        value,
        cleanup);
  }

  /** The next run, with what is left of the work. */
  TitleState nextRun(Optional<Work> remaining) {
    return new TitleState(
        schema,
        titleId,
        phase,
        run + 1,
        submission,
        stageAttempt,
        remaining,
        Optional.empty(),
        published,
        false,
        0,
        cleanup);
  }

  private TitleState copy(
      Phase newPhase,
      int newStageAttempt,
      Optional<Work> newWork,
      Optional<TitleFailure> newFailure,
      boolean newCancelRequested) {
    return new TitleState(
        schema,
        titleId,
        newPhase,
        run,
        submission,
        newStageAttempt,
        newWork,
        newFailure,
        published,
        newCancelRequested,
        targetVersion,
        cleanup);
  }
}
