package dev.reelway.contracts.plan;

/** How bright a rung's pictures can become. */
public enum DynamicRange {
  /** Standard: up to the white of an ordinary display. */
  SDR,
  /** High: PQ or HLG, as the master is. */
  HDR
}
