package dev.reelway.media.task;

import dev.reelway.contracts.master.Loudness;
import java.util.List;
import java.util.Map;

/**
 * What an encoding child reports at its end.
 *
 * @param scores by track, of the sampled frames; empty for sound
 * @param loudness of the sound, by track; empty for pictures
 * @param damage what was bridged, one sentence each; empty unless damage is tolerated
 */
public record EncodeResult(
    Map<String, RungScores> scores, Map<String, Loudness.Applied> loudness, List<String> damage) {

  /** Defensive copies. */
  public EncodeResult {
    scores = Map.copyOf(scores);
    loudness = Map.copyOf(loudness);
    damage = List.copyOf(damage);
  }
}
