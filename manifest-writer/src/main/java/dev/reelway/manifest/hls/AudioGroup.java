package dev.reelway.manifest.hls;

import dev.reelway.contracts.title.AudioTrack;
import dev.reelway.manifest.AudioRendition;
import dev.reelway.manifest.BitrateWindow;
import java.util.List;

/**
 * Sound renditions that a variant may be played with.
 *
 * @param id the group's name
 * @param codec of all its members
 * @param worst largest average and largest peak of any member
 * @param main the default member
 */
record AudioGroup(String id, String codec, BitrateWindow worst, AudioTrack main) {

  /** The groups in the order in which they first appear. */
  static List<AudioGroup> of(List<AudioTrack> tracks, long targetSeconds) {
    List<AudioRendition> all = AudioRendition.of(tracks);
    return all.stream()
        .map(AudioRendition::group)
        .distinct()
        .map(id -> of(id, all.stream().filter(r -> r.group().equals(id)).toList(), targetSeconds))
        .toList();
  }

  private static AudioGroup of(String id, List<AudioRendition> members, long targetSeconds) {
    BitrateWindow worst =
        members.stream()
            .map(member -> BitrateWindow.of(member.track(), targetSeconds))
            .reduce(new BitrateWindow(0, 0), AudioGroup::worse);
    AudioTrack main =
        members.stream().filter(AudioRendition::isDefault).findFirst().orElseThrow().track();
    return new AudioGroup(id, main.codec(), worst, main);
  }

  private static BitrateWindow worse(BitrateWindow a, BitrateWindow b) {
    return new BitrateWindow(
        Math.max(a.averageBitsPerSecond(), b.averageBitsPerSecond()),
        Math.max(a.peakBitsPerSecond(), b.peakBitsPerSecond()));
  }
}
