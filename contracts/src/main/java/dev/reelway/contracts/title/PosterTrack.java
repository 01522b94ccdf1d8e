package dev.reelway.contracts.title;

import dev.reelway.contracts.work.SegmentEntry;
import java.util.List;

/**
 * Pictures that may stand for the title. Unlike those of other tracks, its segments are single
 * instants far from each other.
 *
 * @param id the track's folder name
 * @param timescale ticks per second
 * @param width in pixels
 * @param height in pixels
 * @param chosen number of the segment that is the poster
 * @param segments in order; each starts at its picture's instant
 */
public record PosterTrack(
    String id, long timescale, int width, int height, int chosen, List<SegmentEntry> segments)
    implements Track {

  /** Defensive copy. */
  public PosterTrack {
    segments = List.copyOf(segments);
  }

  @Override
  public String codec() {
    return "jpeg";
  }
}
