package dev.reelway.ingest.accept;

import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.fleet.TitleMessage;
import dev.reelway.contracts.fleet.TitleRequest;
import dev.reelway.contracts.fleet.TitleStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Changes what was said of a title without making another version of it. The workflow's word
 * counts; the request document follows it, so that a title can be rebuilt.
 */
public final class Amendments {

  private final Ownership ownership;
  private final TitleSender sender;
  private final Clock clock;

  Amendments(Ownership ownership, TitleSender sender, Clock clock) {
    this.ownership = ownership;
    this.sender = sender;
    this.clock = clock;
  }

  /** Whether a title waits for somebody, or a date, to make it public once it is finished. */
  public boolean waitsToBePublic(TitleStatus title) {
    return ownership.document(title).awaitPublish();
  }

  /**
   * Sets or drops the date at which a title that waits to be public becomes so.
   *
   * @throws ReelwayException {@code REQUEST_INVALID} for a date that has passed or is not before
   *     that at which it is taken off
   */
  public void publishAt(TitleStatus title, Optional<Instant> at) {
    at.ifPresent(this::checkFuture);
    if (at.isPresent() && title.unpublishAt().filter(off -> !isBefore(at.get(), off)).isPresent()) {
      throw FormRules.invalid("The title is taken off before that date; write an earlier one.");
    }
    Optional<String> date = at.map(Instant::toString);
    TitleRequest request = ownership.document(title);
    ownership.put(request.withDates(date, request.unpublishAt()));
    sender.send(title.titleId(), new TitleMessage.PublishAt(title.version(), date));
  }

  /**
   * Sets or drops the date at which a title is taken off.
   *
   * @throws ReelwayException {@code REQUEST_INVALID} for a date that has passed or is not after
   *     that at which it becomes public
   */
  public void unpublishAt(TitleStatus title, Optional<Instant> at) {
    at.ifPresent(this::checkFuture);
    if (at.isPresent() && title.publishAt().filter(on -> !isAfter(at.get(), on)).isPresent()) {
      throw FormRules.invalid("The title becomes public after that date; write a later one.");
    }
    Optional<String> date = at.map(Instant::toString);
    TitleRequest request = ownership.document(title);
    ownership.put(request.withDates(request.publishAt(), date));
    sender.send(title.titleId(), new TitleMessage.UnpublishAt(title.version(), date));
  }

  private void checkFuture(Instant at) {
    if (!at.isAfter(clock.instant())) {
      throw FormRules.invalid("That date has passed; write a later one, or none for now.");
    }
  }

  private static boolean isBefore(Instant at, String other) {
    return at.isBefore(Instant.parse(other));
  }

  private static boolean isAfter(Instant at, String other) {
    return at.isAfter(Instant.parse(other));
  }
}
