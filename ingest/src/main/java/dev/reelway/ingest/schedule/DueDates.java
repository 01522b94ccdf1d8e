package dev.reelway.ingest.schedule;

import dev.reelway.contracts.fleet.TitleMessage;
import dev.reelway.contracts.fleet.TitleStatus;
import dev.reelway.contracts.title.Phase;
import java.time.Instant;
import java.util.Optional;

/**
 * When a title's dates ask for something. The dates are part of the title, so there is no schedule
 * of its own that could be lost; asking twice is asking once.
 */
final class DueDates {

  private DueDates() {}

  /** What {@code title} is due for at {@code now}. */
  static Optional<TitleMessage> due(TitleStatus title, Instant now) {
    boolean off = isPast(title.unpublishAt(), now);
    if (title.phase() == Phase.AWAITING_PUBLISH && isPast(title.publishAt(), now) && !off) {
      return Optional.of(new TitleMessage.Publish(title.version()));
    }
    if (off && title.published().isPresent() && mayBeTakenOff(title.phase())) {
      return Optional.of(new TitleMessage.Unpublish(title.version()));
    }
    return Optional.empty();
  }

  // Also what stays public while a later version failed.
  private static boolean mayBeTakenOff(Phase phase) {
    return phase == Phase.PUBLISHED || phase.isGivenUp();
  }

  private static boolean isPast(Optional<String> date, Instant now) {
    return date.map(Instant::parse).filter(at -> !at.isAfter(now)).isPresent();
  }
}
