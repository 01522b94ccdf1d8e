package dev.reelway.ingest.view;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.fleet.PlanOutline;
import dev.reelway.contracts.fleet.Step;
import dev.reelway.contracts.fleet.TaskId;
import dev.reelway.contracts.fleet.TaskOutcome;
import dev.reelway.contracts.fleet.TaskReport;
import dev.reelway.contracts.work.TaskKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.LongStream;

/**
 * What the fleet did in the last day, minute by minute, as this node heard it. Reports may come
 * twice and late. Safe for any thread.
 */
public final class FleetStatistics {

  /** How far back failures are counted. */
  public static final Duration KEPT = Duration.ofDays(1);

  private static final int MINUTES_SHOWN = 60;
  private static final int REPORTS_REMEMBERED = 10_000;

  private final Clock clock;
  private final Function<String, Optional<PlanOutline>> plans;
  private final TreeMap<Long, MinuteTally> minutes = new TreeMap<>();
  private final Map<FailureKind, LastFailures> last = new TreeMap<>();
  private final Set<String> told = new LinkedHashSet<>();
  private Instant since;

  /**
   * @param clock tells what is over
   * @param plans of titles, for the length of their chunks
   */
  public FleetStatistics(Clock clock, Function<String, Optional<PlanOutline>> plans) {
    this.clock = clock;
    this.plans = plans;
    this.since = clock.instant();
  }

  /** An executor told something at {@code at}. */
  public synchronized void accept(TaskReport report, Instant at) {
    since = at.isBefore(since) ? at : since;
    if (at.isBefore(clock.instant().minus(KEPT)) || wasTold(report)) {
      return;
    }
    if (report instanceof TaskReport.Succeeded succeeded
        && succeeded.outcome() instanceof TaskOutcome.Encoded encoded) {
      boolean found = encoded.reusedParts() >= encoded.parts();
      minute(at)
          .encoded(report.workerId(), mediaSeconds(report.id()), found ? 0 : encoded.seconds());
    } else if (report instanceof TaskReport.Failed failed) {
      boolean encoding = report.id().step() == Step.ENCODE;
      minute(at).failed(failed.kind(), encoding ? report.workerId() : "");
      last.computeIfAbsent(failed.kind(), kind -> new LastFailures())
          .add(report.id().titleId(), at);
    }
    forgetOld();
  }

  private boolean wasTold(TaskReport report) {
    boolean isEnd = report instanceof TaskReport.Succeeded || report instanceof TaskReport.Failed;
    boolean again = isEnd && !told.add(report.id() + " " + report.workerId());
    if (told.size() > REPORTS_REMEMBERED) {
      told.remove(told.iterator().next());
    }
    return again;
  }

  private double mediaSeconds(TaskId id) {
    boolean picture = id.task().filter(t -> t.kind() == TaskKind.VIDEO_CHUNK).isPresent();
    return picture
        ? plans.apply(id.titleId()).map(FleetStatistics::secondsOfAChunk).orElse(0.0)
        : 0;
  }

  // On average; over all chunks of a title it comes to the title's length.
  private static double secondsOfAChunk(PlanOutline plan) {
    return plan.durationSeconds() / Math.max(1, plan.videoChunks());
  }

  private MinuteTally minute(Instant at) {
    return minutes.computeIfAbsent(number(at), n -> new MinuteTally());
  }

  private static long number(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), 60);
  }

  private void forgetOld() {
    long now = number(clock.instant());
    minutes.headMap(now - KEPT.toMinutes()).clear();
    minutes.headMap(now - MINUTES_SHOWN).values().forEach(MinuteTally::forgetWorkers);
  }

  /** From when on everything was heard. */
  public synchronized Instant since() {
    return since;
  }

  /**
   * A minute.
   *
   * @param at its beginning
   * @param tasks encoded in it
   * @param mediaSeconds of picture in them
   * @param failures attempts that failed
   */
  public record Minute(Instant at, int tasks, double mediaSeconds, int failures) {}

  /** The last hour, oldest first, the minute that runs included. */
  public synchronized List<Minute> lastHour() {
    long now = number(clock.instant());
    return LongStream.rangeClosed(now - MINUTES_SHOWN + 1, now)
        .mapToObj(n -> minute(n, minutes.getOrDefault(n, new MinuteTally())))
        .toList();
  }

  private static Minute minute(long number, MinuteTally tally) {
    return new Minute(
        Instant.ofEpochSecond(number * 60),
        tally.tasks(),
        tally.mediaSeconds(),
        tally.failures().values().stream().mapToInt(Integer::intValue).sum());
  }

  /**
   * A kind of failure in the last day.
   *
   * @param kind what happened
   * @param count attempts that failed with it
   * @param titles the latest titles it happened to, the last first
   */
  public record Failures(FailureKind kind, int count, List<FailedTitle> titles) {}

  /** A title that something failed of. */
  public record FailedTitle(String titleId, Instant at) {}

  /** Failures of the last day, the most frequent kind first. */
  public synchronized List<Failures> failures() {
    forgetOld();
    Map<FailureKind, Integer> counts = new TreeMap<>();
    minutes
        .values()
        .forEach(
            minute -> minute.failures().forEach((kind, n) -> counts.merge(kind, n, Integer::sum)));
    List<Failures> all = new ArrayList<>();
    counts.forEach((kind, count) -> all.add(new Failures(kind, count, last.get(kind).titles())));
    all.sort(Collections.reverseOrder(Comparator.comparingInt(Failures::count)));
    return all;
  }

  /** Who encoded in the last hour, by name. */
  public synchronized Map<String, WorkerTally> workers() {
    forgetOld();
    Map<String, WorkerTally> all = new TreeMap<>();
    minutes
        .values()
        .forEach(
            minute ->
                minute
                    .workers()
                    .forEach((name, tally) -> all.merge(name, tally, WorkerTally::plus)));
    return Collections.unmodifiableMap(new LinkedHashMap<>(all));
  }
}
