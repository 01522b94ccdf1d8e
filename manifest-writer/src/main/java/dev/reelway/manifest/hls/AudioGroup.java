package dev.reelway.manifest.hls;

import dev.reelway.contracts.master.TrackRole;
import dev.reelway.contracts.title.AudioTrack;
import dev.reelway.manifest.AudioRendition;
import dev.reelway.manifest.BitrateWindow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sound renditions that a variant may be played with. All groups have the same members by name (RFC
 * 8216, 4.3.4.1.1): a sound without a rendition of the group's own codec and channels is there with
 * its first rendition, which is stereo AAC.
 *
 * @param id the group's name
 * @param members in the order of the title's sounds
 */
record AudioGroup(String id, List<AudioRendition> members) {

  /** Defensive copy. */
  AudioGroup {
    members = List.copyOf(members);
  }

  /** The groups in the order in which they first appear. */
  static List<AudioGroup> of(List<AudioTrack> tracks) {
    List<AudioRendition> all = AudioRendition.of(tracks);
    Map<String, AudioRendition> sounds = new LinkedHashMap<>();
    all.forEach(rendition -> sounds.putIfAbsent(rendition.name(), rendition));
    return all.stream()
        .map(AudioRendition::group)
        .distinct()
        .map(id -> of(id, all.stream().filter(r -> r.group().equals(id)).toList(), sounds))
        .toList();
  }

  private static AudioGroup of(
      String id, List<AudioRendition> own, Map<String, AudioRendition> sounds) {
    List<AudioRendition> members = new ArrayList<>();
    sounds.forEach(
        (name, first) ->
            members.add(
                own.stream()
                    .filter(rendition -> rendition.name().equals(name))
                    .findFirst()
                    .orElseGet(() -> first.in(id))));
    return new AudioGroup(id, members);
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

  /** The codecs that a player needs to play any member, the group's own first. */
  List<String> codecs() {
    List<String> codecs =
        new ArrayList<>(members.stream().map(member -> member.track().codec()).distinct().toList());
    String own = codecs.stream().filter(codec -> id.contains(codec)).findFirst().orElseThrow();
    codecs.remove(own);
    codecs.add(0, own);
    return List.copyOf(codecs);
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

  private static BitrateWindow worse(BitrateWindow a, BitrateWindow b) {
    return new BitrateWindow(
        Math.max(a.averageBitsPerSecond(), b.averageBitsPerSecond()),
        Math.max(a.peakBitsPerSecond(), b.peakBitsPerSecond()));
  }
}
