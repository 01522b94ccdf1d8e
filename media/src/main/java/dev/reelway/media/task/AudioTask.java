package dev.reelway.media.task;

import dev.reelway.contracts.master.ClockMap;
import dev.reelway.contracts.plan.AudioPlan;
import dev.reelway.contracts.time.Rational;
import dev.reelway.contracts.time.SegmentGrid;
import java.util.List;

/**
 * Encodes one whole sound track.
 *
 * @param timeBases seconds per tick of the time stamps of each input of the plan's mix
 * @param clock how the container's clock is made even
 * @param plan what to encode
 * @param grid where segments lie
 * @param tolerateDamage whether undecodable packets become silence
 */
public record AudioTask(
    List<Rational> timeBases,
    ClockMap clock,
    AudioPlan plan,
    SegmentGrid grid,
    boolean tolerateDamage)
    implements MediaTask {

  /** Defensive copy; one time base for every input. */
  public AudioTask {
    timeBases = List.copyOf(timeBases);
    if (timeBases.size() != plan.mix().inputs().size()) {
      throw new IllegalArgumentException("one time base for every input of the mix");
    }
  }

  /** Name of the file that the part is written to, inside the task's scratch folder. */
  public static String fileName(AudioPlan plan) {
    return plan.track() + ".mp4";
  }
}
