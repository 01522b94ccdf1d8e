package dev.reelway.contracts.fleet;

/** What a task does to a title; decides which pool of executors takes it. */
public enum Step {
  /** Read the master. */
  INSPECT(Pool.INSPECT),
  /** Decide everything before CPU is spent. */
  PLAN(Pool.INSPECT),
  /** Encode a chunk into all rungs, or a sound track. */
  ENCODE(Pool.ENCODE),
  /** Make CMAF segments of what was encoded. */
  PACKAGE(Pool.PACKAGE),
  /** Write manifests and flip the public ones. */
  PUBLISH(Pool.PUBLISH),
  /** Flip the public manifests to an earlier version. */
  ROLL_BACK(Pool.PUBLISH),
  /** Take the public manifests away; tracks and versions stay. */
  UNPUBLISH(Pool.PUBLISH),
  /** Remove what a given-up version left and nothing refers to. */
  DISCARD(Pool.PUBLISH),
  /** Remove everything of a title. */
  ERASE(Pool.PUBLISH);

  private final Pool pool;

  Step(Pool pool) {
    this.pool = pool;
  }

  /** Who takes tasks of this step. */
  public Pool pool() {
    return pool;
  }
}
