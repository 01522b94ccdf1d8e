package dev.reelway.manifest.hls;

import dev.reelway.contracts.title.AudioTrack;
import dev.reelway.manifest.AudioRendition;
import dev.reelway.manifest.TrackUris;
import java.util.List;
import java.util.Optional;

/**
 * A sound rendition (EXT-X-MEDIA).
 *
 * @param groupId variants name it in AUDIO
 * @param name for the player's menu
 * @param language BCP 47 tag, absent if unknown
 * @param isDefault whether the player chooses it when nobody else does
 * @param autoselect whether the player may choose it by the listener's language; at most one per
 *     language in a group
 * @param characteristics what it is for, as Uniform Type Identifiers, absent for the usual
 * @param channels number of channels
 * @param uri its media playlist
 */
public record Media(
    String groupId,
    String name,
    Optional<String> language,
    boolean isDefault,
    boolean autoselect,
    Optional<String> characteristics,
    int channels,
    String uri) {

  /** Sound that tells what the picture shows (RFC 8216, 4.3.4.1). */
  private static final String DESCRIBES_VIDEO = "public.accessibility.describes-video";

  static List<Media> of(List<AudioTrack> tracks, TrackUris uris) {
    return AudioGroup.of(tracks).stream()
        .flatMap(group -> group.members().stream().map(member -> of(group, member, uris)))
        .toList();
  }

  private static Media of(AudioGroup group, AudioRendition rendition, TrackUris uris) {
    AudioTrack track = rendition.track();
    return new Media(
        group.id(),
        rendition.name(),
        Optional.of(track.language()).filter(language -> rendition.hasLanguage()),
        rendition.isDefault(),
        group.autoselects(rendition),
        rendition.describesVideo() ? Optional.of(DESCRIBES_VIDEO) : Optional.empty(),
        track.channels(),
        uris.mediaPlaylist(track.id()));
  }
}
