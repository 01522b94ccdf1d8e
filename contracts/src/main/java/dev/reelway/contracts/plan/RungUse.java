package dev.reelway.contracts.plan;

/** What players use a rung for. */
public enum RungUse {
  /** Playing: players switch between rungs of this use. */
  PLAY,
  /** Fast forward and rewind: about one picture a second, each of them a key picture. */
  TRICK_PLAY
}
