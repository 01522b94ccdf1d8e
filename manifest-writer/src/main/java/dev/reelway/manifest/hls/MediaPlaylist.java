package dev.reelway.manifest.hls;

import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.contracts.title.Track;
import dev.reelway.manifest.SegmentTimes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The playlist of one track. It lies in the track's own folder, so its URIs are bare names.
 *
 * @param targetSeconds the title's target duration
 * @param mapUri the init segment
 * @param segments in order
 */
public record MediaPlaylist(long targetSeconds, String mapUri, List<Segment> segments) {

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
    List<BigDecimal> durations = SegmentTimes.durations(track);
    List<Segment> segments = new ArrayList<>();
    for (int i = 0; i < durations.size(); i++) {
      String name = StorageLayout.segmentName(track.segments().get(i).number());
      segments.add(new Segment(durations.get(i), name));
    }
    return new MediaPlaylist(targetSeconds, StorageLayout.INIT, segments);
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
