package dev.reelway.manifest;

import dev.reelway.contracts.plan.TextFormat;
import dev.reelway.contracts.title.TextTrack;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A text track as players offer it. HLS and DASH show the same names, each in its own format.
 *
 * @param track the track
 * @param name for the player's menu, unique in the title
 * @param firstOfKind whether it is the first of its language and role
 */
public record TextRendition(TextTrack track, String name, boolean firstOfKind) {

  private static final String UNKNOWN_LANGUAGE = "und";
  private static final String NAMELESS = "Subtitles";

  /** The renditions of formats that a manifest names, in the order of {@code tracks}. */
  public static List<TextRendition> of(List<TextTrack> tracks, Predicate<TextFormat> named) {
    List<TextRendition> renditions = new ArrayList<>();
    Set<String> names = new HashSet<>();
    Set<List<Object>> kinds = new HashSet<>();
    for (TextTrack track : tracks) {
      if (named.test(track.format())) {
        boolean first = kinds.add(List.of(track.language(), track.role()));
        renditions.add(new TextRendition(track, unique(track.name(), names), first));
      }
    }
    return List.copyOf(renditions);
  }

  /** Whether {@link TextTrack#language} says anything. */
  public boolean hasLanguage() {
    return !track.language().isBlank() && !track.language().equals(UNKNOWN_LANGUAGE);
  }

  private static String unique(String wished, Set<String> taken) {
    String name = printable(wished);
    String unique = name;
    for (int i = 2; !taken.add(unique); i++) {
      unique = name + " (" + i + ")";
    }
    return unique;
  }

  /** What both a quoted HLS string and XML can carry, in Unicode NFC (RFC 8216, 4.1). */
  private static String printable(String name) {
    String clean = name.replace('"', '\'').replaceAll("[\\p{C}]+", " ").strip();
    return clean.isEmpty() ? NAMELESS : Normalizer.normalize(clean, Normalizer.Form.NFC);
  }
}
