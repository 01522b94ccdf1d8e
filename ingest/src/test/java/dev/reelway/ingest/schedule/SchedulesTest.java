package dev.reelway.ingest.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
final class SchedulesTest {

  private static final Duration HOUR = Duration.ofHours(1);

  @TempDir private Path folder;

  private final Semaphore ran = new Semaphore(0);

  @Test
  void start_newTask_runsAtOnceAndAfterARestartOnlyWhenDue() throws InterruptedException {
    Instant due;
    try (Schedules schedules = start(task("sweep", HOUR))) {
      await(ran);
      due = schedules.due("sweep").orElseThrow();
      assertThat(due).isAfter(Instant.now().plusSeconds(600));
    }
    Semaphore other = new Semaphore(0);
    try (Schedules schedules =
        start(task("sweep", HOUR), new ScheduledTask("other", HOUR, other::release))) {
      await(other);
      assertThat(schedules.due("sweep")).contains(due);
    }
    assertThat(ran.availablePermits()).isZero();
  }

  @Test
  void start_missedTask_runsOnceAtOnce() throws InterruptedException {
    Duration shortTime = Duration.ofSeconds(1);
    try (Schedules schedules = start(task("sweep", shortTime))) {
      await(ran);
      assertThat(schedules.due("sweep")).isPresent();
    }
    ran.drainPermits();
    try (Schedules schedules = start(task("sweep", shortTime))) {
      await(ran);
      assertThat(schedules.due("sweep")).isPresent();
    }
  }

  @Test
  void start_otherIntervalOrGoneTask_changesTheSchedule() throws InterruptedException {
    try (Schedules schedules = start(task("sweep", HOUR), task("gone", HOUR))) {
      ran.acquire(2);
      assertThat(schedules.due("gone")).isPresent();
    }
    try (Schedules schedules = start(task("sweep", Duration.ofHours(5)))) {
      await(ran);
      assertThat(schedules.due("gone")).isEmpty();
      assertThat(schedules.due("sweep").orElseThrow())
          .isAfter(Instant.now().plus(Duration.ofHours(4)));
    }
  }

  @Test
  void start_failingTask_comesAgain() throws InterruptedException {
    AtomicInteger times = new AtomicInteger();
    ScheduledTask failing =
        new ScheduledTask(
            "failing",
            Duration.ofSeconds(1),
            () -> {
              ran.release();
              if (times.incrementAndGet() == 1) {
                throw new ReelwayException(FailureKind.STORAGE_UNAVAILABLE, "Away.");
              }
              throw new IllegalStateException("a bug");
            });
    try (Schedules schedules = start(failing)) {
      await(ran);
      await(ran);
      await(ran);
      assertThat(schedules.due("failing")).isPresent();
    }
  }

  @Test
  void config_limits_areChecked() {
    assertThat(ScheduleConfig.DEFAULT.workKeep()).isEqualTo(Duration.ofDays(7));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> config(Optional.of("jdbc:mysql://db/x"), HOUR));
    assertThatIllegalArgumentException().isThrownBy(() -> config(Optional.empty(), Duration.ZERO));
    assertThat(config(Optional.of("jdbc:postgresql://db/x"), HOUR).jdbcUrl()).isPresent();
  }

  private static ScheduleConfig config(Optional<String> url, Duration due) {
    return new ScheduleConfig(
        url, Optional.empty(), Optional.empty(), HOUR, due, HOUR, HOUR, HOUR, 1, HOUR);
  }

  private Schedules start(ScheduledTask... tasks) {
    return Schedules.start(ScheduleConfig.DEFAULT, folder, List.of(tasks));
  }

  private ScheduledTask task(String name, Duration every) {
    return new ScheduledTask(name, every, ran::release);
  }

  private static void await(Semaphore semaphore) throws InterruptedException {
    assertThat(semaphore.tryAcquire(2, TimeUnit.MINUTES)).isTrue();
  }
}
