package dev.reelway.contracts.plan;

import dev.reelway.contracts.master.TrackRole;
import dev.reelway.contracts.time.Rational;

/**
 * One text rendition in one format, made in a single task.
 *
 * @param track the track it becomes
 * @param name for people
 * @param file number of the source file
 * @param streamIndex source stream in its container
 * @param captionChannel 1 to 4 for CEA-608 inside a picture, else 0
 * @param language ISO 639-2 code
 * @param role what it is for
 * @param isDefault whether players show it on their own
 * @param format how it is stored
 * @param originSeconds the instant of the source's clock that becomes t = 0
 */
public record TextPlan(
    String track,
    String name,
    int file,
    int streamIndex,
    int captionChannel,
    String language,
    TrackRole role,
    boolean isDefault,
    TextFormat format,
    Rational originSeconds) {

  /** Ticks per second of every text track: WebVTT has milliseconds. */
  public static final int TIMESCALE = 1000;

  /** This as track {@code id}. */
  public TextPlan named(String id) {
    return new TextPlan(
        id,
        name,
        file,
        streamIndex,
        captionChannel,
        language,
        role,
        isDefault,
        format,
        originSeconds);
  }
}
