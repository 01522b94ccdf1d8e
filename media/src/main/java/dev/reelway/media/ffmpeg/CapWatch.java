package dev.reelway.media.ffmpeg;

import dev.reelway.contracts.plan.RungPlan;
import dev.reelway.isobmff.Sample;
import java.util.List;

/**
 * Whether a chunk keeps its cap: what its segments hold beyond their own duration at the cap may
 * never add up to more than half the buffer, with which a chunk starts.
 */
final class CapWatch {

  private final RungPlan rung;
  private final long timescale;
  private double excessBits;
  private boolean exceeded;

  CapWatch(RungPlan rung, long timescale) {
    this.rung = rung;
    this.timescale = timescale;
  }

  /** Takes the samples of the next segment. */
  void segment(List<Sample> samples) {
    double bits = samples.stream().mapToDouble(sample -> 8.0 * sample.sizeBytes()).sum();
    double ticks = samples.stream().mapToDouble(Sample::durationTicks).sum();
    excessBits = Math.max(0, excessBits) + bits - rung.maxBitsPerSecond() * ticks / timescale;
    exceeded |= excessBits > rung.bufferBits() / 2.0;
  }

  boolean exceeded() {
    return exceeded;
  }
}
