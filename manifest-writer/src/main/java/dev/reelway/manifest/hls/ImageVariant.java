package dev.reelway.manifest.hls;

import dev.reelway.contracts.title.ImageTrack;
import dev.reelway.manifest.BitrateWindow;
import dev.reelway.manifest.TrackUris;

/**
 * Thumbnails (EXT-X-IMAGE-STREAM-INF). Not in RFC 8216: the extension of Roku, Disney and
 * WarnerMedia, "HLS Image Media Playlist" 0.4, which players without it pass over.
 *
 * @param bandwidth peak rate in bits per second, played at normal speed
 * @param width of one image
 * @param height of one image
 * @param codec of the images
 * @param uri its playlist
 */
public record ImageVariant(long bandwidth, int width, int height, String codec, String uri) {

  static ImageVariant of(ImageTrack track, long targetSeconds, TrackUris uris) {
    return new ImageVariant(
        BitrateWindow.of(track, targetSeconds).peakBitsPerSecond(),
        track.width(),
        track.height(),
        track.codec(),
        uris.mediaPlaylist(track.id()));
  }
}
