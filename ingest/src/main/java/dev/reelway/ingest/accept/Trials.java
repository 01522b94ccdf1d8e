package dev.reelway.ingest.accept;

import dev.reelway.contracts.fleet.Lane;
import dev.reelway.contracts.fleet.PlanOutline;
import dev.reelway.contracts.fleet.TitleRequest;
import dev.reelway.contracts.fleet.TitleStatus;
import dev.reelway.contracts.master.Excerpt;
import dev.reelway.contracts.time.Rational;
import dev.reelway.contracts.work.ContentHash;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * Titles that are made of a piece of another one, to see what a ladder makes of it. They wait to be
 * published for ever, which nobody can make them, and are removed after a day.
 */
public final class Trials {

  /** The metadata entry that tells whose trial a title is; nobody else may write it. */
  public static final String OF = FormRules.RESERVED + "trialOf";

  private static final int ID_DIGITS = 20;
  private static final int USUAL_SECONDS = 10;
  private static final int MOST_SECONDS = 60;
  private static final int USUAL_PART = 10;
  private static final double LONGEST_START = 1e6;
  private static final int MILLIS = 1000;
  private static final int LONGEST_NAME = 200;

  private Trials() {}

  /** The title that {@code title} is a trial of. */
  public static Optional<String> of(TitleStatus title) {
    return Optional.ofNullable(title.metadata().get(OF));
  }

  /** The wish for a trial; the same form gives the same. */
  static TitleRequest request(
      TitleStatus title,
      TitleRequest whole,
      TrialForm form,
      RequestMaker.Ladder ladder,
      Requester who,
      Clock clock) {
    Excerpt excerpt =
        new Excerpt(title.titleId(), title.version(), start(title, form), seconds(form));
    String digest =
        ContentHash.ofParts("trial", whole.tenant(), whole.masterEtag(), ladder.yaml(), excerpt);
    form.name().ifPresent(name -> FormRules.checkText("name", name, LONGEST_NAME));
    return new TitleRequest(
        TitleRequest.SCHEMA,
        "trial-" + digest.substring(0, ID_DIGITS),
        whole.tenant(),
        form.name().orElse(whole.name()),
        whole.master(),
        whole.masterEtag(),
        ladder.name(),
        ladder.yaml(),
        Lane.EXPRESS,
        false,
        true,
        Optional.empty(),
        Optional.empty(),
        whole.options().of(excerpt),
        Map.of(OF, title.titleId()),
        who.keyId(),
        clock.instant().toString(),
        whole.fileName());
  }

  private static Rational seconds(TrialForm form) {
    int seconds = form.seconds().orElse(USUAL_SECONDS);
    if (seconds < 2 || seconds > MOST_SECONDS) {
      throw FormRules.invalid(
          "The field 'seconds' is %d; write 2 to %d.".formatted(seconds, MOST_SECONDS));
    }
    return Rational.of(seconds);
  }

  private static Rational start(TitleStatus title, TrialForm form) {
    double usual = title.plan().map(PlanOutline::durationSeconds).orElse(0.0) / USUAL_PART;
    double start = form.startSeconds().orElse(usual);
    if (!(start >= 0 && start <= LONGEST_START)) {
      throw FormRules.invalid("The field 'startSeconds' is not usable; write 0 or more.");
    }
    return new Rational(Math.round(start * MILLIS), MILLIS);
  }
}
