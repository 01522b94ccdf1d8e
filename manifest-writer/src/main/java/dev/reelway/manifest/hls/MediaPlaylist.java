package dev.reelway.manifest.hls;

import dev.reelway.contracts.plan.TextFormat;
import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.contracts.title.TextTrack;
import dev.reelway.contracts.title.Track;
import dev.reelway.manifest.SegmentTimes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The playlist of one track. It lies in the track's own folder, so its URIs are bare names.
 *
 * @param targetSeconds the title's target duration
 * @param mapUri the init segment, absent for WebVTT files
 * @param segments in order
 */
public record MediaPlaylist(long targetSeconds, Optional<String> mapUri, List<Segment> segments) {

  /**
   * One media segment.
   *
   * @param seconds value of EXTINF, six decimals
   * @param uri its name
   */
  public record Segment(BigDecimal seconds, String uri) {}

  /** Defensive copy. */
  public MediaPlaylist {
    segments = List.copyOf(segments);
  }

  /**
   * The playlist of {@code track}.
   *
   * @param targetSeconds {@link SegmentTimes#targetSeconds} of the title
   */
  public static MediaPlaylist of(Track track, long targetSeconds) {
    boolean files = track instanceof TextTrack text && text.format() == TextFormat.WEBVTT;
    List<BigDecimal> durations = SegmentTimes.durations(track);
    List<Segment> segments = new ArrayList<>();
    for (int i = 0; i < durations.size(); i++) {
      int number = track.segments().get(i).number();
      String name =
          files ? StorageLayout.textSegmentName(number) : StorageLayout.segmentName(number);
      segments.add(new Segment(durations.get(i), name));
    }
    Optional<String> map = files ? Optional.empty() : Optional.of(StorageLayout.INIT);
    return new MediaPlaylist(targetSeconds, map, segments);
  }

  /** Whether HLS has a use for {@code track}: WebVTT in boxes is for DASH alone. */
  public static boolean plays(Track track) {
    return !(track instanceof TextTrack text) || text.format().inHls();
  }

  /** The playlist's text. */
  public String text() {
    PlaylistText text = new PlaylistText();
    for (MediaPlaylistTag tag : MediaPlaylistTag.values()) {
      tag.write(this, text);
    }
    return text.toString();
  }
}
