package dev.reelway.packager;

import dev.reelway.isobmff.read.FragmentScanner;
import dev.reelway.isobmff.read.ScannedFragment;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a part segment by segment. A segment is one fragment, unless the part says by {@code styp}
 * where segments start; then it is all fragments up to the next one.
 */
final class SegmentReader {

  private final FragmentScanner scanner;
  private Optional<ScannedFragment> ahead = Optional.empty();
  private boolean marked;

  SegmentReader(FragmentScanner scanner) {
    this.scanner = scanner;
  }

  /** The fragments of the next segment, empty after the last. */
  List<ScannedFragment> next() throws IOException {
    List<ScannedFragment> fragments = new ArrayList<>();
    Optional<ScannedFragment> fragment = ahead.isPresent() ? ahead : read();
    while (fragment.isPresent() && (fragments.isEmpty() || continues())) {
      fragments.add(fragment.get());
      fragment = read();
    }
    ahead = fragment;
    return fragments;
  }

  /** Whether segments have several fragments, which are numbered through the title. */
  boolean marksSegments() {
    return marked;
  }

  private Optional<ScannedFragment> read() throws IOException {
    Optional<ScannedFragment> fragment = scanner.next();
    marked |= scanner.startsSegment();
    return fragment;
  }

  /** Whether the fragment just read belongs to the segment before it. */
  private boolean continues() {
    return marked && !scanner.startsSegment();
  }
}
