package dev.reelway.contracts.title;

import dev.reelway.contracts.master.Colour;
import dev.reelway.contracts.time.FrameRate;
import dev.reelway.contracts.work.SegmentEntry;
import java.util.List;

/**
 * A video rendition.
 *
 * @param id the track's folder name
 * @param name for people, such as {@code 720p}
 * @param codec RFC 6381 codec string from the init bytes
 * @param timescale ticks per second
 * @param width display width
 * @param height display height
 * @param rate frames per second
 * @param colour for VIDEO-RANGE
 * @param segments in order
 */
public record VideoTrack(
    String id,
    String name,
    String codec,
    long timescale,
    int width,
    int height,
    FrameRate rate,
    Colour colour,
    List<SegmentEntry> segments)
    implements Track {

  /** Defensive copy. */
  public VideoTrack {
    segments = List.copyOf(segments);
  }
}
