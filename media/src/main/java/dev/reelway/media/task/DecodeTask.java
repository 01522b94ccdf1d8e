package dev.reelway.media.task;

import dev.reelway.contracts.plan.ToneMap;
import dev.reelway.contracts.time.TickRuns;
import java.util.Optional;

/**
 * Decodes one whole track of a finished package, and compares it with its master if there is one.
 * The bytes of the task are those of the master, if there is one, and behind them those of the
 * track: its init segment and all its segments.
 *
 * @param trackAt where the track begins in the bytes
 * @param starts when each segment starts, in the track's ticks, its edit list not applied, and when
 *     the last one ends
 * @param picture how the master's pictures are read; empty to compare none
 * @param sound how the master's sound is read and mixed; empty to compare none
 */
public record DecodeTask(
    long trackAt, TickRuns starts, Optional<Pictures> picture, Optional<Sound> sound)
    implements MediaTask {

  /**
   * The pictures to compare with.
   *
   * @param master a task for the whole title, whose rungs do not count
   * @param rateDivisor the track shows every n-th frame of the title
   * @param toneMap how pictures of high dynamic range become those of an SDR track
   */
  public record Pictures(VideoTask master, int rateDivisor, Optional<ToneMap> toneMap) {}

  /**
   * The sound to compare with.
   *
   * @param master the mix that the track is made of
   * @param mediaStartTicks the track's time that is heard at t = 0
   */
  public record Sound(AudioTask master, long mediaStartTicks) {}
}
