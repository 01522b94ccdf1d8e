package dev.reelway.isobmff.read;

import dev.reelway.isobmff.Bytes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that is to know of a fragmented file of one track, its media data aside. Suits an encoded
 * chunk; for a whole title's file use {@link FragmentScanner}, which holds one fragment at a time.
 *
 * @param initSegment byte 0 to the end of {@code moov}
 * @param track what the init segment says
 * @param fragments in file order
 */
public record FragmentedFile(
    Bytes initSegment, TrackDescription track, List<ScannedFragment> fragments) {

  /** Copies the list. */
  public FragmentedFile {
    fragments = List.copyOf(fragments);
  }

  /**
   * Scans to the end.
   *
   * @throws dev.reelway.isobmff.box.BoxException as {@link FragmentScanner}
   */
  public static FragmentedFile read(ByteSource source) throws IOException {
    FragmentScanner scanner = new FragmentScanner(source);
    List<ScannedFragment> fragments = new ArrayList<>();
    for (Optional<ScannedFragment> next = scanner.next(); next.isPresent(); next = scanner.next()) {
      fragments.add(next.get());
    }
    return new FragmentedFile(scanner.initSegment(), scanner.track(), fragments);
  }

  /** Returns the sum of all decode durations. */
  public long durationTicks() {
    return fragments.stream().mapToLong(ScannedFragment::durationTicks).sum();
  }
}
