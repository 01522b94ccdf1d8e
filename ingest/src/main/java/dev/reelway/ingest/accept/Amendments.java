package dev.reelway.ingest.accept;

import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.fleet.TitleMessage;
import dev.reelway.contracts.fleet.TitleRequest;
import dev.reelway.contracts.fleet.TitleStatus;
import dev.reelway.contracts.master.Inspection;
import dev.reelway.ingest.inspect.Retagging;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Changes what was said of a title without making another version of it. The workflow's word
 * counts; the request document follows it, so that a title can be rebuilt.
 */
public final class Amendments {

  private final Ownership ownership;
  private final RequestMaker maker;
  private final TitleSender sender;
  private final Clock clock;

  Amendments(Ownership ownership, RequestMaker maker, TitleSender sender, Clock clock) {
    this.ownership = ownership;
    this.maker = maker;
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

  /**
   * Changes what people read of a title, and of one that waits for its start also what is made.
   *
   * @param inspected the title's inspection; read only for corrections of streams
   * @return the wish as it is now
   * @throws ReelwayException {@code REQUEST_INVALID} or {@code LADDER_INVALID}; nothing is changed
   *     then
   */
  public TitleRequest amend(
      TitleStatus title, AmendForm form, Supplier<Inspection> inspected, Requester who) {
    TitleRequest before = ownership.document(title);
    Map<String, String> metadata = merged(before.metadata(), form);
    // Only what is new is checked: entries of ours may stay, but nobody else writes them.
    FormRules.check(form.asSubmission(changed(before.metadata(), metadata)));
    FormRules.checkMetadataCount(metadata);
    form.streams()
        .map(streams -> streams.stream().map(StreamForm::tags).toList())
        .ifPresent(tags -> Retagging.of(inspected.get(), tags));
    TitleRequest now = before.described(form.name().orElse(before.name()), metadata);
    if (form.isCorrection()) {
      now = maker.corrected(now, form.asSubmission(metadata), who);
    }
    ownership.put(now);
    boolean isOther = !now.requestId().equals(title.requestId());
    sender.send(
        title.titleId(),
        isOther
            ? new TitleMessage.Correct(title.version(), now)
            : new TitleMessage.Describe(now.name(), now.metadata()));
    return now;
  }

  private static Map<String, String> merged(Map<String, String> before, AmendForm form) {
    Map<String, String> all = new LinkedHashMap<>(before);
    form.metadata()
        .orElse(Map.of())
        .forEach(
            (name, value) -> {
              FormRules.checkMetadataName(name);
              if (value == null) {
                all.remove(name);
              } else {
                all.put(name, value);
              }
            });
    return all;
  }

  private static Map<String, String> changed(
      Map<String, String> before, Map<String, String> after) {
    Map<String, String> changed = new LinkedHashMap<>(after);
    changed.entrySet().removeIf(entry -> entry.getValue().equals(before.get(entry.getKey())));
    return changed;
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
