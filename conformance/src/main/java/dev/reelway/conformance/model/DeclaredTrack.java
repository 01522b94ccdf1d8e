package dev.reelway.conformance.model;

import dev.reelway.conformance.place.ByteRange;
import dev.reelway.conformance.place.Location;
import dev.reelway.contracts.time.Rational;
import java.util.List;
import java.util.Optional;

/**
 * A track as one manifest declares it: an HLS media playlist or a DASH Representation.
 *
 * @param manifest path of the playlist or MPD
 * @param name how findings call it: the playlist's path or {@code mpd#representation}
 * @param kind what it holds
 * @param init where the init segment lies; empty only for files without one
 * @param segments in order
 */
public record DeclaredTrack(
    String manifest,
    String name,
    MediaKind kind,
    Optional<Location> init,
    List<DeclaredSegment> segments) {
  private static final long MOST_HEAD_BYTES = 256;

  /** Copies the list. */
  public DeclaredTrack {
    segments = List.copyOf(segments);
  }

  /**
   * Whether the segments are ranges that lie one behind the other, several to a file, but for the
   * head of a segment between them: so they are whole fragments, and nothing else is in the files.
   */
  public boolean isSeamless() {
    int neighbours = 0;
    for (int i = 1; i < segments.size(); i++) {
      Location before = segments.get(i - 1).location();
      Location next = segments.get(i).location();
      if (before.path().equals(next.path()) && before.range().isPresent()) {
        long from = next.range().map(ByteRange::offset).orElse(0L);
        long gap = from - before.range().get().end();
        if (gap < 0 || gap > MOST_HEAD_BYTES) {
          return false;
        }
        neighbours++;
      }
    }
    return neighbours > 0;
  }

  /** Returns the sum of the declared durations, seconds. */
  public Rational duration() {
    return segments.stream().map(DeclaredSegment::duration).reduce(Rational.ZERO, Rational::plus);
  }
}
