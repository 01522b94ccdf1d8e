package dev.reelway.conformance.track;

/** Sees the segments of one track in order, and keeps only what it needs for the next. */
interface SegmentCheck {

  /** Judges a segment. */
  void see(ReadSegment segment);

  /** A segment is missing or cannot be read: what is compared across segments starts anew. */
  default void gap() {}
}
