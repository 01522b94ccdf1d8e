package dev.reelway.manifest.hls;

import dev.reelway.contracts.master.TrackRole;
import dev.reelway.contracts.title.AudioTrack;
import dev.reelway.manifest.AudioRendition;
import dev.reelway.manifest.BitrateWindow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sound renditions that a variant may be played with: all sounds in one codec, either in stereo or
 * each with the most channels it has. All groups have the same members by name (RFC 8216,
 * 4.3.4.1.1).
 *
 * <pre>
 *              AAC stereo   AAC surround   E-AC-3 surround
 *   English        2             6               6
 *   German         2             2               2           has no surround
 * </pre>
 *
 * @param id the group's name
 * @param members in the order of the title's sounds
 */
record AudioGroup(String id, List<AudioRendition> members) {

  private static final int STEREO = 2;

  /** Defensive copy. */
  AudioGroup {
    members = List.copyOf(members);
  }

  /** The groups, those that come first in {@code tracks} first. */
  static List<AudioGroup> of(List<AudioTrack> tracks) {
    List<AudioRendition> all = AudioRendition.of(tracks);
    List<AudioGroup> groups = new ArrayList<>();
    for (String codec : tracks.stream().map(AudioTrack::codec).distinct().toList()) {
      Map<String, List<AudioRendition>> sounds = new LinkedHashMap<>();
      all.forEach(rendition -> sounds.put(rendition.name(), new ArrayList<>()));
      all.stream()
          .filter(rendition -> rendition.track().codec().equals(codec))
          .forEach(rendition -> sounds.get(rendition.name()).add(rendition));
      List<List<AudioRendition>> encodings = List.copyOf(sounds.values());
      if (encodings.stream().noneMatch(List::isEmpty)) {
        stereo(codec, encodings).ifPresent(groups::add);
        surround(codec, encodings).ifPresent(groups::add);
      }
    }
    return List.copyOf(groups);
  }

  private static Optional<AudioGroup> stereo(String codec, List<List<AudioRendition>> sounds) {
    List<AudioRendition> members =
        sounds.stream()
            .flatMap(sound -> sound.stream().filter(AudioGroup::isStereo).limit(1))
            .toList();
    return members.size() == sounds.size() ? Optional.of(of(codec, members)) : Optional.empty();
  }

  private static Optional<AudioGroup> surround(String codec, List<List<AudioRendition>> sounds) {
    List<AudioRendition> members =
        sounds.stream()
            .map(sound -> Collections.max(sound, Comparator.comparing(r -> r.track().channels())))
            .toList();
    return members.stream().allMatch(AudioGroup::isStereo)
        ? Optional.empty()
        : Optional.of(of(codec, members));
  }

  private static boolean isStereo(AudioRendition rendition) {
    return rendition.track().channels() <= STEREO;
  }

  private static AudioGroup of(String codec, List<AudioRendition> members) {
    int most = members.stream().mapToInt(r -> r.track().channels()).max().orElseThrow();
    return new AudioGroup("audio-" + codec + "-" + most, members);
  }

  /**
   * Whether the player may choose {@code member} by the listener's language and needs: the first of
   * its language, and the first that describes the picture; never people talking about it.
   */
  boolean autoselects(AudioRendition member) {
    AudioRendition first =
        members.stream()
            .filter(other -> other.track().role() != TrackRole.COMMENTARY)
            .filter(other -> other.describesVideo() == member.describesVideo())
            .filter(other -> other.track().language().equals(member.track().language()))
            .findFirst()
            .orElse(null);
    return member.isDefault() || member.equals(first);
  }

  /** The codec of all members. */
  String codec() {
    return members.get(0).track().codec();
  }

  /** The largest average and the largest peak of any member. */
  BitrateWindow worst(long targetSeconds) {
    return members.stream()
        .map(member -> BitrateWindow.of(member.track(), targetSeconds))
        .reduce(new BitrateWindow(0, 0), AudioGroup::worse);
  }

  /** The default member. */
  AudioTrack main() {
    return members.stream().filter(AudioRendition::isDefault).findFirst().orElseThrow().track();
  }

  /** The larger average and the larger peak. */
  static BitrateWindow worse(BitrateWindow a, BitrateWindow b) {
    return new BitrateWindow(
        Math.max(a.averageBitsPerSecond(), b.averageBitsPerSecond()),
        Math.max(a.peakBitsPerSecond(), b.peakBitsPerSecond()));
  }
}
