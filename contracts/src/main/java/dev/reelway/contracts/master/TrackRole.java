package dev.reelway.contracts.master;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a sound or text track is for; in JSON and on the command line the lower-case word. */
public enum TrackRole {
  /** The programme's own sound, or its plain translation as text. */
  MAIN,
  /** Another language spoken over the picture. */
  DUB,
  /** People talking about the programme. */
  COMMENTARY,
  /** Sound that tells what the picture shows, for people who do not see it. */
  DESCRIPTION,
  /** Text that also tells what is heard, for people who do not hear it. */
  SDH,
  /** Text of what is spoken or written in a foreign language only; shown unasked. */
  FORCED;

  /** The word of JSON and the command line. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads a word of {@link #word}. */
  public static Optional<TrackRole> find(String word) {
    return Arrays.stream(values())
        .filter(role -> role.word().equals(word.toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  /** Reads a word of {@link #word}; fails on any other. */
  @JsonCreator
  public static TrackRole parse(String word) {
    return find(word)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'" + word + "' is no role; write one of " + words() + "."));
  }

  /** All words, for messages. */
  public static String words() {
    return Arrays.stream(values()).map(TrackRole::word).collect(Collectors.joining(", "));
  }
}
