package dev.reelway.ingest.accept;

import java.util.Optional;

/**
 * A ladder to be tried on a piece of a title.
 *
 * @param profile name of a profile of the server
 * @param ladder YAML of a ladder file, instead; the title's own if both are absent
 * @param startSeconds where the piece begins; a tenth into the title if absent
 * @param seconds how long it is, 10 if absent
 * @param name for people
 */
public record TrialForm(
    Optional<String> profile,
    Optional<String> ladder,
    Optional<Double> startSeconds,
    Optional<Integer> seconds,
    Optional<String> name) {

  /** A form that says nothing. */
  public static final TrialForm EMPTY =
      new TrialForm(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
