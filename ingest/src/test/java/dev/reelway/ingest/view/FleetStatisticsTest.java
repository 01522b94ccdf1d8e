package dev.reelway.ingest.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.fleet.PlanOutline;
import dev.reelway.contracts.fleet.Step;
import dev.reelway.contracts.fleet.TaskId;
import dev.reelway.contracts.fleet.TaskOutcome;
import dev.reelway.contracts.fleet.TaskReport;
import dev.reelway.contracts.plan.Cost;
import dev.reelway.contracts.work.TaskRef;
import dev.reelway.ingest.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class FleetStatisticsTest {

  private static final Instant NOW = Instant.parse("2026-01-02T00:00:30Z");

  private final MovableClock clock = new MovableClock(NOW);
  private final FleetStatistics statistics =
      new FleetStatistics(clock, id -> id.equals("t") ? Optional.of(plan()) : Optional.empty());

  @Test
  void lastHour_ofEncodedChunks_countsTasksAndSecondsOfPicture() {
    encoded("t", 0, 5, NOW.minusSeconds(60));
    encoded("t", 1, 5, NOW);
    encoded("t", 1, 5, NOW); // told twice
    List<FleetStatistics.Minute> hour = statistics.lastHour();
    assertThat(hour).hasSize(60);
    FleetStatistics.Minute running = hour.get(59);
    assertThat(running.at()).isEqualTo(Instant.parse("2026-01-02T00:00:00Z"));
    assertThat(running.tasks()).isEqualTo(1);
    assertThat(running.mediaSeconds()).isEqualTo(20);
    assertThat(hour.get(58).tasks()).isEqualTo(1);
    assertThat(hour.get(57).tasks()).isZero();
  }

  @Test
  void workers_whoFoundWhatTheyShouldEncode_areNoFasterForIt() {
    encoded("t", 0, 10, NOW);
    TaskId found = encode("t", 1);
    statistics.accept(
        new TaskReport.Succeeded(found, "w", new TaskOutcome.Encoded(3, 3, 9, 0.1)), NOW);
    WorkerTally worker = statistics.workers().get("w");
    assertThat(worker.tasks()).isEqualTo(2);
    assertThat(worker.speed()).isEqualTo(2.0);
  }

  @Test
  void failures_ofADay_areCountedByKindAndForgottenAfterwards() {
    failed("t", 0, FailureKind.ENCODER_CRASHED, NOW.minus(Duration.ofHours(23)));
    failed("u", 0, FailureKind.ENCODER_CRASHED, NOW);
    failed("v", 0, FailureKind.STORAGE_UNAVAILABLE, NOW);
    assertThat(statistics.failures())
        .extracting(FleetStatistics.Failures::kind, FleetStatistics.Failures::count)
        .containsExactly(
            tuple(FailureKind.ENCODER_CRASHED, 2), tuple(FailureKind.STORAGE_UNAVAILABLE, 1));
    assertThat(statistics.failures().get(0).titles())
        .extracting(FleetStatistics.FailedTitle::titleId)
        .containsExactly("u", "t");
    assertThat(statistics.since()).isEqualTo(NOW.minus(Duration.ofHours(23)));
    clock.move(Duration.ofHours(2));
    assertThat(statistics.failures()).extracting(FleetStatistics.Failures::count).containsOnly(1);
    clock.move(Duration.ofHours(24));
    assertThat(statistics.failures()).isEmpty();
  }

  @Test
  void workers_afterAnHour_areForgottenAndTheDaysFailuresAreNot() {
    encoded("t", 0, 5, NOW);
    failed("t", 1, FailureKind.ENCODER_CRASHED, NOW);
    clock.move(Duration.ofHours(2));
    assertThat(statistics.workers()).isEmpty();
    assertThat(statistics.failures()).hasSize(1);
  }

  private void encoded(String title, int chunk, double seconds, Instant at) {
    statistics.accept(
        new TaskReport.Succeeded(
            encode(title, chunk), "w", new TaskOutcome.Encoded(3, 0, 9, seconds)),
        at);
  }

  private void failed(String title, int chunk, FailureKind kind, Instant at) {
    statistics.accept(new TaskReport.Failed(encode(title, chunk), "w", kind, "No."), at);
  }

  private static TaskId encode(String title, int chunk) {
    return new TaskId(title, 1, Step.ENCODE, Optional.of(TaskRef.chunk(chunk)), 1);
  }

  private static PlanOutline plan() {
    return new PlanOutline(
        "hash", "build", 100, 5, 1, 0, 500, 2_500, List.of("1080p"), new Cost(1, 2, 3), List.of());
  }
}
