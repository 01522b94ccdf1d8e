package dev.reelway.media.task;

import dev.reelway.contracts.master.ClockMap;
import dev.reelway.contracts.master.SeekPoint;
import dev.reelway.contracts.time.Rational;
import dev.reelway.contracts.time.TickRuns;
import java.util.List;
import java.util.Optional;

/**
 * Decodes a master once and measures what only decoding tells.
 *
 * @param clock how the container's clock is made even
 * @param picture the picture to look at
 * @param sound stream numbers of the sound tracks, each listened to from start to end
 * @param originSeconds the instant of the master's clock that becomes t = 0
 * @param durationSeconds of the title
 */
public record AnalysisTask(
    ClockMap clock,
    Optional<Picture> picture,
    List<Integer> sound,
    Rational originSeconds,
    Rational durationSeconds)
    implements MediaTask {

  /** Defensive copy. */
  public AnalysisTask {
    sound = List.copyOf(sound);
  }

  /** The same for the picture alone. */
  public AnalysisTask withoutSound() {
    return new AnalysisTask(clock, picture, List.of(), originSeconds, durationSeconds);
  }

  /**
   * The picture and how much of it is looked at.
   *
   * @param stream stream number in the container
   * @param frames presentation times that the title shows, rising; what is not among them does not
   *     count as missing
   * @param keys single key pictures to look at first, in presentation order; whatever is suspicious
   *     between two of them is then decoded; empty to decode everything
   * @param stretches runs of consecutive pictures to look at, in presentation order
   * @param suspectFrames how many pictures of suspicious stretches are decoded at most
   */
  public record Picture(
      int stream, TickRuns frames, List<SeekPoint> keys, List<Run> stretches, long suspectFrames) {

    /** Defensive copies. */
    public Picture {
      keys = List.copyOf(keys);
      stretches = List.copyOf(stretches);
    }

    /** Whether every picture is decoded. */
    public boolean whole() {
      return stretches.isEmpty();
    }
  }

  /**
   * Consecutive pictures.
   *
   * @param start where decoding starts
   * @param toTicks presentation time of the last picture
   */
  public record Run(SeekPoint start, long toTicks) {}
}
