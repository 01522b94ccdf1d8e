package dev.reelway.contracts.title;

import dev.reelway.contracts.master.TrackRole;
import dev.reelway.contracts.work.SegmentEntry;
import java.util.List;

/**
 * A sound rendition.
 *
 * @param id the track's folder name
 * @param name for people, such as {@code English}
 * @param codec RFC 6381 codec string from the init bytes
 * @param timescale ticks per second, the sample rate
 * @param sampleRate in Hz
 * @param channels number of channels
 * @param language BCP 47 tag, {@code und} if unknown
 * @param role what it is for
 * @param isDefault whether players choose it on their own
 * @param segments in order
 */
public record AudioTrack(
    String id,
    String name,
    String codec,
    long timescale,
    int sampleRate,
    int channels,
    String language,
    TrackRole role,
    boolean isDefault,
    List<SegmentEntry> segments)
    implements Track {

  /** Defensive copy. */
  public AudioTrack {
    segments = List.copyOf(segments);
  }
}
