package dev.reelway.conformance.model;

import dev.reelway.conformance.place.Location;
import dev.reelway.contracts.work.SegmentMeasures;
import java.util.Optional;

/**
 * Segments that were read, judged and measured before, and have not changed since. A check that is
 * told of them reads only what spans the title.
 */
public interface KnownSegments {

  /** Nothing was read before. */
  KnownSegments NONE =
      new KnownSegments() {
        @Override
        public Optional<SegmentMeasures> measures(Location location) {
          return Optional.empty();
        }

        @Override
        public boolean isJudgedFile(String path) {
          return false;
        }
      };

  /** Returns what the segment measured; empty if it must be read. */
  Optional<SegmentMeasures> measures(Location location);

  /** Whether this file, WebVTT or an image, was judged with its neighbours. */
  boolean isJudgedFile(String path);
}
