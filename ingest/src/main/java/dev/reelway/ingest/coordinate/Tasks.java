package dev.reelway.ingest.coordinate;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.title.Phase;
import dev.reelway.contracts.title.TitleFailure;
import dev.reelway.contracts.work.TaskRef;
import dev.reelway.ingest.coordinate.TitleCommand.EncodeTask;
import dev.reelway.ingest.coordinate.TitleCommand.PackageTask;
import java.time.Duration;
import java.util.Optional;

/**
 * Encoding and packaging of tasks. An answer counts only if it comes from the attempt that counts;
 * nothing is lost by that, because a repeated attempt finds the work objects of an earlier one.
 */
final class Tasks {

  private Tasks() {}

  static Decision encoded(TitleState state, TaskRef task, int attempt) {
    if (!encodes(state, task, attempt)) {
      return Decision.nothing(state);
    }
    Work work = state.work().orElseThrow();
    int packaging = work.attempt(task, state.firstAttempt()).packaging();
    return Decision.of(
        state.withWork(work.withEncoded(task, true)),
        new PackageTask(task, packaging, Duration.ZERO));
  }

  static Decision encodeFailed(TitleState state, TaskRef task, int attempt, TitleFailure failure) {
    return encodes(state, task, attempt)
        ? encodeAgain(state, task, failure)
        : Decision.nothing(state);
  }

  static Decision packaged(TitleState state, TaskRef task, int attempt) {
    if (!packages(state, task, attempt)) {
      return late(state, attempt);
    }
    Work work = state.work().orElseThrow().withPackaged(task);
    TitleState packaged = state.withWork(work);
    return work.isComplete() ? Publishing.complete(packaged) : Decision.nothing(packaged);
  }

  /** Makes the segments of all tasks anew. */
  static Decision packageAgain(TitleState state) {
    Work work = state.work().orElseThrow();
    if (work.keepsTracks()) {
      return Publishing.begin(state); // what these were made from is gone
    }
    int attempt = state.firstAttempt();
    return Endings.report(
        state.withWork(work.unpackaged()).withPhase(Phase.ENCODING),
        work.plan()
            .tasks()
            .map(task -> new PackageTask(task, attempt, Duration.ZERO))
            .toArray(TitleCommand[]::new));
  }

  static Decision packagingFailed(
      TitleState state, TaskRef task, int attempt, TitleFailure failure) {
    if (!packages(state, task, attempt)) {
      return late(state, attempt);
    }
    if (Endings.isFinal(state, attempt, failure)) {
      return Endings.fail(state, failure);
    }
    Work work = state.work().orElseThrow();
    TaskAttempt next = work.attempt(task, state.firstAttempt()).nextPackaging();
    TitleState again = state.withWork(work.withAttempt(next));
    if (failure.kind() == FailureKind.CHUNK_INVALID) {
      return encodeAgain(again, task, failure);
    }
    int packaging = next.packaging();
    return Decision.of(again, new PackageTask(task, packaging, Backoff.before(packaging)));
  }

  private static Decision encodeAgain(TitleState state, TaskRef task, TitleFailure failure) {
    Work work = state.work().orElseThrow();
    TaskAttempt current = work.attempt(task, state.firstAttempt());
    if (Endings.isFinal(state, current.encode(), failure)) {
      return Endings.fail(state, failure);
    }
    boolean outOfMemory = failure.kind() == FailureKind.ENCODER_OUT_OF_MEMORY;
    boolean fresh = failure.kind() == FailureKind.CHUNK_INVALID;
    TaskAttempt next = current.nextEncode(outOfMemory);
    return Decision.of(
        state.withWork(work.withEncoded(task, false).withAttempt(next)),
        new EncodeTask(
            task, next.encode(), Backoff.before(next.encode()), next.outOfMemory(), fresh));
  }

  /** A packager that was not stopped in time may have left segments behind: remove them, too. */
  private static Decision late(TitleState state, int attempt) {
    boolean ofThisRun = attempt >= state.firstAttempt();
    return state.phase().isGivenUp() && ofThisRun
        ? Endings.discard(state)
        : Decision.nothing(state);
  }

  private static boolean encodes(TitleState state, TaskRef task, int attempt) {
    return known(state, task)
        .filter(work -> !work.isEncoded(task))
        .map(work -> work.attempt(task, state.firstAttempt()).encode() == attempt)
        .orElse(false);
  }

  private static boolean packages(TitleState state, TaskRef task, int attempt) {
    return known(state, task)
        .filter(work -> work.isEncoded(task) && !work.isPackaged(task))
        .map(work -> work.attempt(task, state.firstAttempt()).packaging() == attempt)
        .orElse(false);
  }

  private static Optional<Work> known(TitleState state, TaskRef task) {
    return state.phase() == Phase.ENCODING
        ? state.work().filter(work -> work.plan().has(task))
        : Optional.empty();
  }
}
