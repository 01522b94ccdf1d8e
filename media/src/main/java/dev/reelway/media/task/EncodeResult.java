package dev.reelway.media.task;

import dev.reelway.contracts.master.Loudness;
import dev.reelway.contracts.work.EncodedTrackPart.Quality;
import java.util.List;
import java.util.Map;

/**
 * What an encoding child reports at its end.
 *
 * @param quality by track, of the sampled frames; empty for sound
 * @param loudness of the sound, by track; empty for pictures
 * @param damage what was bridged, one sentence each; empty unless damage is tolerated
 */
public record EncodeResult(
    Map<String, Quality> quality, Map<String, Loudness.Applied> loudness, List<String> damage) {

  /** Defensive copies. */
  public EncodeResult {
    quality = Map.copyOf(quality);
    loudness = Map.copyOf(loudness);
    damage = List.copyOf(damage);
  }
}
