package dev.reelway.packager;

import dev.reelway.contracts.work.BrokenRule;
import dev.reelway.contracts.work.PackagedSegments;
import java.util.List;

/**
 * What a chunk was packaged to.
 *
 * @param tracks segments of each track
 * @param brokenRules what was found when they were read back; good segments break none
 */
public record PackagedChunk(List<PackagedSegments> tracks, List<BrokenRule> brokenRules) {

  /** Defensive copies. */
  public PackagedChunk {
    tracks = List.copyOf(tracks);
    brokenRules = List.copyOf(brokenRules);
  }
}
