package dev.reelway.media.task;

import dev.reelway.contracts.master.ClockMap;
import dev.reelway.contracts.plan.AudioPlan;
import dev.reelway.contracts.time.Rational;
import dev.reelway.contracts.time.SegmentGrid;

/**
 * Encodes one whole sound track.
 *
 * @param timeBase seconds per tick of the source time stamps
 * @param clock how the container's clock is made even
 * @param plan what to encode
 * @param grid where segments lie
 * @param tolerateDamage whether undecodable packets become silence
 */
public record AudioTask(
    Rational timeBase, ClockMap clock, AudioPlan plan, SegmentGrid grid, boolean tolerateDamage)
    implements MediaTask {

  /** Name of the file that the part is written to, inside the task's scratch folder. */
  public static String fileName(AudioPlan plan) {
    return plan.track() + ".mp4";
  }
}
