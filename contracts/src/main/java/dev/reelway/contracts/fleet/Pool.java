package dev.reelway.contracts.fleet;

/** A kind of executor: the roles of the fleet, seen from the work queues. */
public enum Pool {
  /** The ingest role. */
  INSPECT,
  /** The transcode workers; the only pool whose queues are split by lane and engine build. */
  ENCODE,
  /** The packagers. */
  PACKAGE,
  /** The manifest writers. */
  PUBLISH
}
