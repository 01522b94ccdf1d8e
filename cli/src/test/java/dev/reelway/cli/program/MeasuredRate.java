package dev.reelway.cli.program;

import dev.reelway.contracts.time.Rational;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The rates of a published track in bits per second, from file sizes and sample durations.
 *
 * @param sizes of the segments, in bits
 * @param durations of the segments, in seconds
 */
record MeasuredRate(List<Rational> sizes, List<Rational> durations) {

  static MeasuredRate of(PublishedTrack track) {
    int count = track.segments().size();
    return new MeasuredRate(
        track.segments().stream().map(segment -> Rational.of(8 * segment.sizeBytes())).toList(),
        IntStream.range(0, count).mapToObj(i -> track.end(i).minus(track.start(i))).toList());
  }

  Rational average() {
    return sum(sizes).dividedBy(sum(durations));
  }

  /**
   * The largest rate of any contiguous set of segments whose duration is between 0.5 and 1.5 times
   * the target duration (RFC 8216, 4.1).
   */
  Rational peak(long targetSeconds) {
    Rational shortest = new Rational(targetSeconds, 2);
    Rational longest = new Rational(3 * targetSeconds, 2);
    Rational peak = Rational.ZERO;
    for (int from = 0; from < sizes.size(); from++) {
      for (int to = from + 1; to <= sizes.size(); to++) {
        Rational seconds = sum(durations.subList(from, to));
        Rational rate = sum(sizes.subList(from, to)).dividedBy(seconds);
        boolean counts = seconds.compareTo(shortest) >= 0 && seconds.compareTo(longest) <= 0;
        peak = counts && rate.compareTo(peak) > 0 ? rate : peak;
      }
    }
    return peak;
  }

  /**
   * The smallest rate at which a player that starts at any segment, and waits for as long as {@code
   * bufferSeconds}, has each later segment when it is due (ISO/IEC 23009-1, 5.3.5.2).
   */
  Rational sustained(Rational bufferSeconds) {
    Rational smallest = Rational.ZERO;
    for (int from = 0; from < sizes.size(); from++) {
      for (int to = from; to < sizes.size(); to++) {
        Rational bits = sum(sizes.subList(from, to + 1));
        Rational seconds = bufferSeconds.plus(sum(durations.subList(from, to)));
        Rational rate = bits.dividedBy(seconds);
        smallest = rate.compareTo(smallest) > 0 ? rate : smallest;
      }
    }
    return smallest;
  }

  private static Rational sum(List<Rational> values) {
    return values.stream().reduce(Rational.ZERO, Rational::plus);
  }
}
