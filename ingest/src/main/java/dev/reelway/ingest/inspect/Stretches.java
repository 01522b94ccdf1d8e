package dev.reelway.ingest.inspect;

import dev.reelway.contracts.time.MediaTime;
import dev.reelway.contracts.time.Rational;
import dev.reelway.media.scan.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Parts of a title, for messages and the rules behind them. */
final class Stretches {

  /** How many are named in one sentence. */
  private static final int NAMED = 5;

  private static final Rational EDGE_SECONDS = new Rational(1, 10);

  private Stretches() {}

  /** Those of at least {@code seconds}. */
  static List<Stretch> atLeast(Rational seconds, List<Stretch> stretches) {
    return stretches.stream().filter(s -> s.seconds().compareTo(seconds) >= 0).toList();
  }

  /** Whether {@code stretch} reaches to the start or the end of the title. */
  static boolean atEdge(Stretch stretch, Rational duration) {
    return stretch.from().compareTo(EDGE_SECONDS) <= 0
        || stretch.to().plus(EDGE_SECONDS).compareTo(duration) >= 0;
  }

  /** Whether {@code stretch} is the whole title, or all but a moment. */
  static boolean covers(Stretch stretch, Rational duration) {
    return stretch.seconds().plus(EDGE_SECONDS).plus(EDGE_SECONDS).compareTo(duration) >= 0;
  }

  /** What is left of {@code stretches} where none of {@code holes} is, as a list in order. */
  static List<Stretch> without(List<Stretch> stretches, List<Stretch> holes) {
    List<Stretch> rest = new ArrayList<>(stretches);
    for (Stretch hole : holes) {
      List<Stretch> next = new ArrayList<>();
      for (Stretch stretch : rest) {
        add(next, stretch.from(), min(stretch.to(), hole.from()));
        add(next, max(stretch.from(), hole.to()), stretch.to());
      }
      rest = next.stream().distinct().toList();
    }
    return rest;
  }

  private static void add(List<Stretch> stretches, Rational from, Rational to) {
    if (from.compareTo(to) < 0) {
      stretches.add(new Stretch(from, to));
    }
  }

  private static Rational min(Rational a, Rational b) {
    return a.compareTo(b) <= 0 ? a : b;
  }

  private static Rational max(Rational a, Rational b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  /** The same, those made one between which less than {@code seconds} lie. */
  static List<Stretch> joined(Rational seconds, List<Stretch> stretches) {
    List<Stretch> joined = new ArrayList<>();
    for (Stretch stretch : stretches) {
      int last = joined.size() - 1;
      if (last >= 0 && stretch.from().minus(joined.get(last).to()).compareTo(seconds) < 0) {
        joined.set(
            last, new Stretch(joined.get(last).from(), max(stretch.to(), joined.get(last).to())));
      } else {
        joined.add(stretch);
      }
    }
    return joined;
  }

  /** All seconds together. */
  static Rational sum(List<Stretch> stretches) {
    return stretches.stream().map(Stretch::seconds).reduce(Rational.ZERO, Rational::plus);
  }

  /** {@code 0:00:12.320–0:00:12.960, 0:01:00.000–0:01:02.000 and 3 more}. */
  static String words(List<Stretch> stretches) {
    return words(stretches, NAMED);
  }

  /** The same with at most {@code most} of them named. */
  static String words(List<Stretch> stretches, int most) {
    String named =
        stretches.stream().limit(most).map(Stretches::words).collect(Collectors.joining(", "));
    int more = stretches.size() - most;
    return more > 0 ? named + " and " + more + " more" : named;
  }

  private static String words(Stretch stretch) {
    return MediaTime.timecode(stretch.from()) + "–" + MediaTime.timecode(stretch.to());
  }
}
