package dev.reelway.media.ffmpeg;

import dev.reelway.contracts.time.Rational;
import dev.reelway.media.scan.Stretch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects parts of a stream in its ticks; parts that touch or overlap become one. */
final class TickStretches {

  private record Part(long from, long to) {}

  private final List<Part> parts = new ArrayList<>();
  private boolean open;
  private long start;

  /** Opens a part at {@code ticks} unless one is open. */
  void open(long ticks) {
    if (!open) {
      open = true;
      start = ticks;
    }
  }

  /** Closes the open part, if there is one. */
  void close(long ticks) {
    if (open) {
      open = false;
      add(start, ticks);
    }
  }

  /** Adds a part; most come in order, so those that touch are joined at once. */
  void add(long from, long to) {
    if (to <= from) {
      return;
    }
    int last = parts.size() - 1;
    if (last >= 0 && parts.get(last).from() <= from && from <= parts.get(last).to()) {
      parts.set(last, new Part(parts.get(last).from(), Math.max(to, parts.get(last).to())));
    } else {
      parts.add(new Part(from, to));
    }
  }

  /** Receives parts. */
  @FunctionalInterface
  interface Visitor {
    void part(long from, long to);
  }

  /** Visits all parts in the order in which they were added. */
  void forEach(Visitor visitor) {
    parts.forEach(part -> visitor.part(part.from(), part.to()));
  }

  /** The same parts in order, those that touch or overlap made one. */
  TickStretches joined() {
    TickStretches joined = new TickStretches();
    parts.stream()
        .sorted(Comparator.comparingLong(Part::from))
        .forEach(part -> joined.add(part.from(), part.to()));
    return joined;
  }

  /** Adds those parts that lie inside a range to {@code target}. */
  void within(long from, long to, TickStretches target) {
    forEach(
        (start, end) -> {
          if (start >= from && end <= to) {
            target.add(start, end);
          }
        });
  }

  /** All parts on the clock of the title, in order. */
  List<Stretch> onTitle(Rational timeBase, Rational origin) {
    return joined().parts.stream()
        .map(
            part ->
                new Stretch(
                    timeBase.times(part.from()).minus(origin),
                    timeBase.times(part.to()).minus(origin)))
        .toList();
  }
}
