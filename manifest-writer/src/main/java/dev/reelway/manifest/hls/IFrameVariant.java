package dev.reelway.manifest.hls;

import dev.reelway.contracts.title.Presentation;
import dev.reelway.contracts.title.VideoTrack;
import dev.reelway.manifest.BitrateWindow;
import dev.reelway.manifest.KeyPictures;
import dev.reelway.manifest.SegmentTimes;
import dev.reelway.manifest.TrackUris;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The key pictures of a track, for fast forward (EXT-X-I-FRAME-STREAM-INF).
 *
 * @param bandwidth peak rate in bits per second, played at normal speed
 * @param averageBandwidth average rate in bits per second
 * @param codec RFC 6381 string
 * @param width in pixels
 * @param height in pixels
 * @param videoRange absent when the whole title is SDR
 * @param uri its playlist
 */
public record IFrameVariant(
    long bandwidth,
    long averageBandwidth,
    String codec,
    int width,
    int height,
    Optional<String> videoRange,
    String uri) {

  /** The tracks with key pictures: those made for it first, then the rungs. */
  public static Stream<VideoTrack> tracks(Presentation presentation) {
    return Stream.concat(presentation.trickPlay().stream(), presentation.video().stream())
        .filter(KeyPictures::has);
  }

  static List<IFrameVariant> of(Presentation presentation, TrackUris uris) {
    long target = SegmentTimes.targetSeconds(presentation);
    return tracks(presentation)
        .map(track -> of(track, Variants.videoRange(track, presentation.video()), target, uris))
        .toList();
  }

  private static IFrameVariant of(
      VideoTrack track, Optional<String> videoRange, long target, TrackUris uris) {
    BitrateWindow rate = BitrateWindow.of(KeyPictures.of(track).track(), target);
    return new IFrameVariant(
        rate.peakBitsPerSecond(),
        rate.averageBitsPerSecond(),
        track.codec(),
        track.width(),
        track.height(),
        videoRange,
        uris.iFramePlaylist(track.id()));
  }
}
