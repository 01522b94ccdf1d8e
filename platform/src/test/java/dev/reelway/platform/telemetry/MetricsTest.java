package dev.reelway.platform.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.fleet.Lane;
import dev.reelway.contracts.fleet.Pool;
import dev.reelway.contracts.fleet.Step;
import dev.reelway.contracts.title.Phase;
import dev.reelway.platform.work.ResidentMemory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class MetricsTest {
  private static final Path PAGE = Path.of("../docs/metrics.md");

  private final Metrics metrics = new Metrics("worker", "1.2.3");

  @AfterEach
  void close() {
    metrics.close();
  }

  @Test
  void scrape_everythingHappenedOnce_isWhatTheDocumentationLists() throws Exception {
    haveEverythingHappen();

    assertThat(Families.scraped(metrics.scrape()))
        .containsExactlyInAnyOrderEntriesOf(Families.documented(PAGE));
  }

  @Test
  void scrape_loadOfTheFleet_hasEveryLanePoolAndPhase() {
    metrics.fleet(() -> Optional.of(load(7)));

    assertThat(metrics.scrape().lines())
        .contains(
            "reelway_queue_tasks{lane=\"express\"} 7.0",
            "reelway_queue_cpu_seconds{lane=\"express\"} 30.5",
            "reelway_queue_tasks{lane=\"bulk\"} 0.0",
            "reelway_executors{pool=\"encode\"} 2.0",
            "reelway_slots{pool=\"encode\"} 4.0",
            "reelway_tasks_in_flight 3.0",
            "reelway_slots{pool=\"publish\"} 0.0",
            "reelway_titles_waiting 2.0",
            "reelway_titles{phase=\"encoding\"} 5.0",
            "reelway_titles{phase=\"awaiting_start\"} 0.0");
  }

  @Test
  void scrape_loadChanged_showsTheNewOne() {
    metrics.fleet(() -> Optional.of(load(7)));
    metrics.scrape();
    metrics.fleet(() -> Optional.of(load(8)));

    assertThat(metrics.scrape().lines()).contains("reelway_queue_tasks{lane=\"express\"} 8.0");
  }

  @Test
  void scrape_workflowMovedToAnotherProcess_hasNoGaugesOfTheFleet() {
    metrics.fleet(() -> Optional.of(load(7)));
    metrics.scrape();
    metrics.fleet(Optional::empty);

    assertThat(metrics.scrape()).doesNotContain("reelway_queue_tasks{", "reelway_titles{");
  }

  @Test
  void scrape_workflowThrows_stillTellsTheRest() {
    metrics.bytesRead(10);
    metrics.fleet(
        () -> {
          throw new IllegalStateException("rebalancing");
        });

    assertThat(metrics.scrape()).contains("reelway_storage_read_bytes_total 10.0");
  }

  @Test
  void encoded_tenSecondsInFour_isTwoAndAHalfTimesRealTime() {
    metrics.encoded(Duration.ofSeconds(10), Duration.ofSeconds(4));

    assertThat(metrics.scrape().lines())
        .contains(
            "reelway_encoded_media_seconds_total 10.0", "reelway_encode_realtime_factor_sum 2.5");
  }

  @Test
  void scrape_always_hasTheResidentSizeOfThisProcess() {
    assertThat(ResidentMemory.bytes()).isGreaterThan(10_000_000);
    assertThat(metrics.scrape()).containsPattern("process_resident_memory_bytes \\d\\.\\d+E[78]");
  }

  private void haveEverythingHappen() {
    metrics.taskEnded(Step.ENCODE, TaskEnd.SUCCEEDED, Duration.ofSeconds(3));
    metrics.taskFailed(Step.ENCODE, FailureKind.ENCODER_CRASHED);
    metrics.taskRetried(Step.ENCODE, FailureKind.ENCODER_CRASHED);
    metrics.deadLettered(FailureKind.ENCODER_CRASHED);
    metrics.encoded(Duration.ofSeconds(10), Duration.ofSeconds(4));
    metrics.parts(3, 1);
    metrics.bytesRead(10);
    metrics.bytesWritten(10);
    metrics.requestServed("GET", "/titles/{id}", 200, Duration.ofMillis(3));
    metrics.stalledTitles(() -> 2);
    metrics.fleet(() -> Optional.of(load(1)));
  }

  private static FleetLoad load(int tasks) {
    return new FleetLoad(
        Map.of(Lane.EXPRESS, tasks),
        Map.of(Lane.EXPRESS, 30.5),
        Map.of(Phase.ENCODING, 5),
        2,
        3,
        Map.of(Pool.ENCODE, 2),
        Map.of(Pool.ENCODE, 4));
  }
}
