package dev.reelway.manifest;

import dev.reelway.contracts.title.AudioTrack;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A sound track as players offer it. HLS and DASH show the same names and the same default.
 *
 * <p>Tracks with the same codec and channels form a group, in which names differ and exactly one
 * track is the default.
 *
 * @param track the track
 * @param group the group's name
 * @param name for the player's menu, unique in the group
 * @param isDefault whether players choose it on their own
 * @param firstOfLanguage whether it is the first of its language in the group
 */
public record AudioRendition(
    AudioTrack track, String group, String name, boolean isDefault, boolean firstOfLanguage) {

  private static final String UNKNOWN_LANGUAGE = "und";
  private static final String NAMELESS = "Audio";

  /** The renditions in the order of {@code tracks}. */
  public static List<AudioRendition> of(List<AudioTrack> tracks) {
    List<AudioRendition> renditions = new ArrayList<>();
    for (AudioTrack track : tracks) {
      List<AudioRendition> before =
          renditions.stream().filter(other -> other.group.equals(groupOf(track))).toList();
      renditions.add(
          new AudioRendition(
              track,
              groupOf(track),
              uniqueName(track, before),
              track.equals(defaultOf(groupOf(track), tracks)),
              before.stream().noneMatch(o -> o.track.language().equals(track.language()))));
    }
    return List.copyOf(renditions);
  }

  /** Whether {@link AudioTrack#language} says anything. */
  public boolean hasLanguage() {
    return !track.language().isBlank() && !track.language().equals(UNKNOWN_LANGUAGE);
  }

  private static String groupOf(AudioTrack track) {
    return "audio-" + track.codec() + "-" + track.channels();
  }

  private static AudioTrack defaultOf(String group, List<AudioTrack> tracks) {
    List<AudioTrack> members = tracks.stream().filter(t -> groupOf(t).equals(group)).toList();
    return members.stream().filter(AudioTrack::isDefault).findFirst().orElse(members.get(0));
  }

  private static String uniqueName(AudioTrack track, List<AudioRendition> before) {
    Set<String> taken = new HashSet<>(before.stream().map(AudioRendition::name).toList());
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
