package dev.reelway.ingest.watch;

import java.time.Instant;
import java.util.Optional;

/** Whether a file is to be taken now. Pure: a function of what is there and what is remembered. */
enum Readiness {
  /** It became a title before. */
  TAKEN,
  /** Somebody was told what is wrong with it, and nothing changed since. */
  TOLD,
  /** Not complete, as far as anyone can tell. */
  WAITING,
  /** It looks different from last time: remember it. */
  CHANGED,
  /** Take it. */
  DUE;

  /**
   * Decides about {@code arrival}.
   *
   * @param announced whether its store has just said that it is complete
   */
  static Readiness of(
      WatchFolder folder, Arrival arrival, Marks marks, Instant now, boolean announced) {
    if (marks.has(Marks.Kind.TAKEN, arrival.masterMark())) {
      return TAKEN;
    }
    if (marks.has(Marks.Kind.TOLD, arrival.wholeMark())) {
      return TOLD;
    }
    return switch (folder.ready()) {
      case DONE_FILE -> arrival.done() ? DUE : WAITING;
      case SIDECAR ->
          arrival.sidecar().isPresent() ? stable(folder, arrival, marks, now, announced) : WAITING;
      case STABLE -> stable(folder, arrival, marks, now, announced);
    };
  }

  // Copying programs date a file while they write, or only at the end: both clocks must have run.
  private static Readiness stable(
      WatchFolder folder, Arrival arrival, Marks marks, Instant now, boolean announced) {
    if (announced) {
      return DUE;
    }
    Optional<Instant> seenAt = marks.at(Marks.Kind.SEEN, arrival.wholeMark());
    if (seenAt.isEmpty()) {
      return CHANGED;
    }
    Instant latest = now.minus(folder.age());
    boolean aged = !seenAt.get().isAfter(latest) && !arrival.file().modifiedAt().isAfter(latest);
    return aged ? DUE : WAITING;
  }
}
