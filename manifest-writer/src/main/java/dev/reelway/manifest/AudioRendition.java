package dev.reelway.manifest;

import dev.reelway.contracts.master.TrackRole;
import dev.reelway.contracts.title.AudioTrack;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A sound track as players offer it. HLS and DASH show the same names and the same default.
 *
 * <p>Tracks of the same name are one sound in several encodings, of which no two have the same
 * codec and channels; one sound is the default.
 *
 * @param track the track
 * @param name for the player's menu
 * @param isDefault whether players choose the sound on their own
 */
public record AudioRendition(AudioTrack track, String name, boolean isDefault) {

  private static final String UNKNOWN_LANGUAGE = "und";
  private static final String NAMELESS = "Audio";

  /** The renditions in the order of {@code tracks}, one for each. */
  public static List<AudioRendition> of(List<AudioTrack> tracks) {
    List<AudioRendition> named = new ArrayList<>();
    for (AudioTrack track : tracks) {
      named.add(new AudioRendition(track, uniqueName(track, named), false));
    }
    String main =
        named.stream()
            .filter(rendition -> rendition.track.isDefault())
            .findFirst()
            .or(() -> named.stream().findFirst())
            .map(AudioRendition::name)
            .orElse("");
    return named.stream()
        .map(r -> new AudioRendition(r.track, r.name, r.name.equals(main)))
        .toList();
  }

  /** Whether {@link AudioTrack#language} says anything. */
  public boolean hasLanguage() {
    return !track.language().isBlank() && !track.language().equals(UNKNOWN_LANGUAGE);
  }

  /** Whether it tells what the picture shows. */
  public boolean describesVideo() {
    return track.role() == TrackRole.DESCRIPTION;
  }

  private static String uniqueName(AudioTrack track, List<AudioRendition> before) {
    Set<String> taken = new HashSet<>();
    before.stream()
        .filter(other -> other.track.codec().equals(track.codec()))
        .filter(other -> other.track.channels() == track.channels())
        .forEach(other -> taken.add(other.name));
    String name = printable(track.name());
    String unique = name;
    for (int i = 2; taken.contains(unique); i++) {
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
