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
 * @param channels number of channels
 * @param uri its media playlist
 */
public record Media(
    String groupId,
    String name,
    Optional<String> language,
    boolean isDefault,
    boolean autoselect,
    int channels,
    String uri) {

  static List<Media> of(List<AudioTrack> tracks, TrackUris uris) {
    return AudioRendition.of(tracks).stream().map(rendition -> of(rendition, uris)).toList();
  }

  private static Media of(AudioRendition rendition, TrackUris uris) {
    AudioTrack track = rendition.track();
    return new Media(
        rendition.group(),
        rendition.name(),
        Optional.of(track.language()).filter(language -> rendition.hasLanguage()),
        rendition.isDefault(),
        rendition.isDefault() || rendition.firstOfLanguage(),
        track.channels(),
        uris.mediaPlaylist(track.id()));
  }
}
