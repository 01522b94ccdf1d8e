package dev.reelway.conformance.dash;

import dev.reelway.conformance.manifest.Faults;
import dev.reelway.contracts.time.Rational;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Expands a SegmentTimeline or a constant duration, ISO/IEC 23009-1 5.3.9.6 and 5.3.9.2. */
final class SegmentTimes {
  private final Faults faults;
  private final long timescale;
  private final long offset;
  private final Optional<Rational> periodDuration;
  private final int most;
  private final List<SegmentTime> times = new ArrayList<>();
  private long number;

  private SegmentTimes(Inherited addressing, TrackAddress address, Faults faults) {
    this.faults = faults;
    this.timescale = Math.max(1, addressing.number("timescale", 1));
    this.offset = addressing.number("presentationTimeOffset", 0);
    this.periodDuration = address.periodDuration();
    this.most = address.mostSegments();
    this.number = addressing.number("startNumber", 1);
  }

  /** Empty if neither a timeline nor a duration says anything. */
  static List<SegmentTime> of(Inherited addressing, TrackAddress address, Faults faults) {
    SegmentTimes expansion = new SegmentTimes(addressing, address, faults);
    Optional<Element> timeline = addressing.first("SegmentTimeline");
    if (timeline.isPresent()) {
      expansion.timeline(timeline.get().all("S").toList());
    } else {
      expansion.constant(addressing.line(), addressing.number("duration", 0));
    }
    return expansion.times;
  }

  private void timeline(List<Element> runs) {
    long now = 0;
    for (int i = 0; i < runs.size(); i++) {
      Element run = runs.get(i);
      long start = number(run, "t", now);
      long duration = number(run, "d", 0);
      if (i > 0 && start != now) {
        String kind = start > now ? "a gap to " : "an overlap from ";
        faults.add(DashRule.DASH_TIMELINE, run.line(), "S at " + now, kind + start);
      }
      if (duration <= 0) {
        faults.add(DashRule.DASH_TIMELINE, run.line(), "a duration above 0", "d=0");
        return;
      }
      long repeats = repeats(run, start, duration, i + 1 < runs.size() ? runs.get(i + 1) : null);
      now = run(run, start, duration, repeats);
    }
  }

  private long run(Element run, long start, long duration, long repeats) {
    long now = start;
    for (long k = 0; k <= repeats; k++) {
      if (isFull(run.line())) {
        return now;
      }
      times.add(new SegmentTime(number++, now, duration));
      now = Math.addExact(now, duration);
    }
    return now;
  }

  /** A negative count means up to the next start, or to the end of the Period. */
  private long repeats(Element run, long start, long duration, Element next) {
    long repeats = number(run, "r", 0);
    if (repeats >= 0) {
      return repeats;
    }
    Optional<Long> end =
        next != null && next.attribute("t").isPresent()
            ? Optional.of(number(next, "t", start))
            : periodDuration.map(
                seconds -> offset + seconds.times(timescale).round(RoundingMode.CEILING));
    if (end.isEmpty()) {
      faults.add(DashRule.DASH_TIMELINE, run.line(), "an end to repeat to", "r=" + repeats);
      return 0;
    }
    return Math.max(0, Math.floorDiv(end.get() - start + duration - 1, duration) - 1);
  }

  private boolean isFull(int line) {
    boolean full = times.size() >= most;
    if (full) {
      faults.add(DashRule.DASH_LIMIT, line, "fewer segments in all", "more");
    }
    return full;
  }

  private void constant(int line, long duration) {
    if (duration <= 0 || periodDuration.isEmpty()) {
      return;
    }
    long end = periodDuration.get().times(timescale).round(RoundingMode.CEILING);
    for (long start = 0; start < end && !isFull(line); start += duration) {
      long length = Math.min(duration, end - start);
      times.add(new SegmentTime(number++, Math.addExact(offset, start), length));
    }
  }

  private static long number(Element element, String name, long fallback) {
    return element
        .attribute(name)
        .map(String::strip)
        .filter(text -> text.matches("[+-]?[0-9]{1,18}"))
        .map(Long::parseLong)
        .orElse(fallback);
  }
}
