package dev.reelway.contracts.title;

/** Where a title stands. */
public enum Phase {
  /** Nothing was submitted yet. */
  NEW,
  /** Submitted; its inspection has not begun. */
  SUBMITTED,
  /** The master is read. */
  INSPECTING,
  /** The plan is made. */
  PLANNING,
  /** Planned; a person must start it. */
  AWAITING_START,
  /** Tasks are encoded and packaged. */
  ENCODING,
  /** All segments lie there; a person or a date makes the version public. */
  AWAITING_PUBLISH,
  /** All segments lie there; manifests are written, checked and made public. */
  PUBLISHING,
  /** Public. */
  PUBLISHED,
  /** The public manifests are being put back to an earlier version. */
  ROLLING_BACK,
  /** The public manifests are being taken away. */
  UNPUBLISHING,
  /** Taken off by a person or a date; its versions stay. */
  UNPUBLISHED,
  /** Made, but not public: the gate refused it or publishing kept failing. Nothing is deleted. */
  HELD,
  /** Given up; what was not public is removed. */
  FAILED,
  /** Stopped by a person; what was not public is removed. */
  CANCELLED;

  /** Whether nothing more happens on its own and a new version may be submitted. */
  public boolean isOver() {
    return switch (this) {
      case NEW, PUBLISHED, UNPUBLISHED, FAILED, CANCELLED -> true;
      default -> false;
    };
  }

  /** Whether it ended without becoming public. */
  public boolean isGivenUp() {
    return this == FAILED || this == CANCELLED;
  }
}
