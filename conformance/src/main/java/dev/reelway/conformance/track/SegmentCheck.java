package dev.reelway.conformance.track;

/** Judges segments, each by itself. */
@FunctionalInterface
interface SegmentCheck {

  /** Notes what is wrong with a segment. */
  void see(ReadSegment segment);
}
