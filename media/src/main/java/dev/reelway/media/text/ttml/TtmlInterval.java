package dev.reelway.media.text.ttml;

import dev.reelway.contracts.time.Rational;
import java.util.Optional;

/**
 * When an element is shown.
 *
 * @param begin in seconds
 * @param end in seconds, absent if nobody says
 */
record TtmlInterval(Rational begin, Optional<Rational> end) {

  /** The whole document. */
  static final TtmlInterval ALWAYS = new TtmlInterval(Rational.ZERO, Optional.empty());

  /**
   * The interval of {@code node} inside this one (TTML1, 10.4).
   *
   * @param from what its begin counts from: this begin, or the end of the element before it
   */
  TtmlInterval of(TtmlNode node, TtmlClock clock, Rational from) {
    Rational start = clock.parse(node.attribute("begin")).map(from::plus).orElse(from);
    Optional<Rational> stop = end;
    Optional<Rational> written = clock.parse(node.attribute("end")).map(from::plus);
    Optional<Rational> lasting = clock.parse(node.attribute("dur")).map(start::plus);
    return new TtmlInterval(start, earlier(stop, earlier(written, lasting)));
  }

  boolean covers(Rational from, Rational to) {
    return begin.compareTo(from) <= 0 && (end.isEmpty() || end.get().compareTo(to) >= 0);
  }

  private static Optional<Rational> earlier(Optional<Rational> a, Optional<Rational> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return a.or(() -> b);
    }
    return a.get().compareTo(b.get()) <= 0 ? a : b;
  }
}
