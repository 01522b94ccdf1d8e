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
 * <p>Tracks with the same codec and channels form a group, in which names differ. Tracks of the
 * same name in different groups are one sound in several encodings; one sound is the default.
 *
 * @param track the track
 * @param group the group's name
 * @param name for the player's menu, unique in the group
 * @param isDefault whether players choose the sound on their own
 */
public record AudioRendition(AudioTrack track, String group, String name, boolean isDefault) {

  private static final String UNKNOWN_LANGUAGE = "und";
  private static final String NAMELESS = "Audio";

  /** The renditions in the order of {@code tracks}, one for each. */
  public static List<AudioRendition> of(List<AudioTrack> tracks) {
    List<AudioRendition> named = new ArrayList<>();
    for (AudioTrack track : tracks) {
      named.add(new AudioRendition(track, groupOf(track), uniqueName(track, named), false));
    }
    String main =
        named.stream()
            .filter(rendition -> rendition.track.isDefault())
            .findFirst()
            .or(() -> named.stream().findFirst())
            .map(AudioRendition::name)
            .orElse("");
    return named.stream()
        .map(r -> new AudioRendition(r.track, r.group, r.name, r.name.equals(main)))
        .toList();
  }

  /** This as a member of another group. */
  public AudioRendition in(String otherGroup) {
    return new AudioRendition(track, otherGroup, name, isDefault);
  }

  /** Whether {@link AudioTrack#language} says anything. */
  public boolean hasLanguage() {
    return !track.language().isBlank() && !track.language().equals(UNKNOWN_LANGUAGE);
  }

  /** Whether it tells what the picture shows. */
  public boolean describesVideo() {
    return track.role() == TrackRole.DESCRIPTION;
  }

  private static String groupOf(AudioTrack track) {
    return "audio-" + track.codec() + "-" + track.channels();
  }

  private static String uniqueName(AudioTrack track, List<AudioRendition> before) {
    Set<String> taken = new HashSet<>();
    before.stream()
        .filter(other -> other.group.equals(groupOf(track)))
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
