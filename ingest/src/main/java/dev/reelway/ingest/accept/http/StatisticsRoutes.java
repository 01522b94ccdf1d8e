package dev.reelway.ingest.accept.http;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.fleet.TitleStatus;
import dev.reelway.ingest.accept.Requester;
import dev.reelway.ingest.accept.Role;
import dev.reelway.ingest.view.FleetStatistics;
import dev.reelway.ingest.view.FleetStatistics.FailedTitle;
import dev.reelway.ingest.view.FleetStatistics.Failures;
import dev.reelway.ingest.view.TitleView;
import dev.reelway.ingest.view.WorkerTally;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the fleet did lately. Numbers are of all tenants; titles and workers are not for all. */
final class StatisticsRoutes {

  private static final double HUNDREDTHS = 100;

  private final FleetStatistics statistics;
  private final TitleView titles;

  StatisticsRoutes(FleetStatistics statistics, TitleView titles) {
    this.statistics = statistics;
    this.titles = titles;
  }

  void addTo(RouteList routes) {
    routes.read("/statistics", "getStatistics", Role.VIEWER, this::get);
  }

  /**
   * @param since from when on this node has heard everything
   * @param minutes of the last hour
   * @param failures of the last day
   * @param workers of the last hour, for callers that see all tenants
   */
  record Statistics(
      String since, List<Minute> minutes, List<Failure> failures, List<Worker> workers) {}

  /** A minute of the fleet. */
  record Minute(String at, int tasks, double mediaSeconds, int failures) {}

  /** A kind of failure; the title is the latest that the caller may see. */
  record Failure(FailureKind kind, int count, String lastAt, Optional<String> lastTitleId) {}

  /** Who encoded. */
  record Worker(
      String workerId,
      int tasks,
      int failures,
      double mediaSeconds,
      double busySeconds,
      double speed) {}

  private void get(Call call) {
    call.answer(
        200,
        new Statistics(
            statistics.since().toString(),
            statistics.lastHour().stream().map(StatisticsRoutes::minute).toList(),
            statistics.failures().stream().map(kind -> failure(kind, call.who())).toList(),
            call.who().seesAll()
                ? statistics.workers().entrySet().stream().map(StatisticsRoutes::worker).toList()
                : List.of()));
  }

  private static Minute minute(FleetStatistics.Minute minute) {
    return new Minute(
        minute.at().toString(), minute.tasks(), rounded(minute.mediaSeconds()), minute.failures());
  }

  private Failure failure(Failures failures, Requester who) {
    return new Failure(
        failures.kind(),
        failures.count(),
        failures.titles().get(0).at().toString(),
        failures.titles().stream()
            .map(FailedTitle::titleId)
            .filter(id -> titles.title(id).map(TitleStatus::tenant).filter(who::sees).isPresent())
            .findFirst());
  }

  private static Worker worker(Map.Entry<String, WorkerTally> entry) {
    WorkerTally tally = entry.getValue();
    return new Worker(
        entry.getKey(),
        tally.tasks(),
        tally.failures(),
        rounded(tally.mediaSeconds()),
        rounded(tally.busySeconds()),
        rounded(tally.speed()));
  }

  private static double rounded(double value) {
    return Math.round(value * HUNDREDTHS) / HUNDREDTHS;
  }
}
