package dev.reelway.contracts.title;

import dev.reelway.contracts.master.TrackRole;
import dev.reelway.contracts.plan.TextFormat;
import dev.reelway.contracts.work.SegmentEntry;
import java.util.List;

/**
 * A text rendition in one format.
 *
 * @param id the track's folder name
 * @param name for people, such as {@code English}
 * @param codec RFC 6381 codec string: {@code wvtt} or {@code stpp.ttml.im1t}
 * @param timescale ticks per second
 * @param language BCP 47 tag, {@code und} if unknown
 * @param role what it is for
 * @param isDefault whether players show it on their own
 * @param format how it is stored
 * @param segments in order
 */
public record TextTrack(
    String id,
    String name,
    String codec,
    long timescale,
    String language,
    TrackRole role,
    boolean isDefault,
    TextFormat format,
    List<SegmentEntry> segments)
    implements Track {

  /** Defensive copy. */
  public TextTrack {
    segments = List.copyOf(segments);
  }
}
