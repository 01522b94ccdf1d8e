package dev.reelway.contracts.fleet;

import dev.reelway.contracts.master.Finding;
import dev.reelway.contracts.plan.Cost;
import java.util.List;

/**
 * What the workflow and people must know of a plan; the plan itself lies in storage.
 *
 * @param planHash identity of the plan
 * @param engineBuild the build that every task must use
 * @param durationSeconds length of the title, for people
 * @param videoChunks how many picture chunks
 * @param audioTracks how many sound tracks
 * @param textTracks how many text tracks
 * @param chunkFrames frames of the longest chunk
 * @param totalFrames frames of the title
 * @param rungs names of the video rungs, from the highest
 * @param cost prediction
 * @param warnings what people should know
 */
public record PlanOutline(
    String planHash,
    String engineBuild,
    double durationSeconds,
    int videoChunks,
    int audioTracks,
    int textTracks,
    int chunkFrames,
    long totalFrames,
    List<String> rungs,
    Cost cost,
    List<Finding> warnings) {

  /** Defensive copies. */
  public PlanOutline {
    rungs = List.copyOf(rungs);
    warnings = List.copyOf(warnings);
  }
}
