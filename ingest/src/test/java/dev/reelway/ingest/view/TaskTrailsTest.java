package dev.reelway.ingest.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.fleet.Step;
import dev.reelway.contracts.fleet.TaskId;
import dev.reelway.contracts.fleet.TaskOutcome;
import dev.reelway.contracts.fleet.TaskReport;
import dev.reelway.contracts.work.TaskRef;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TaskTrailsTest {

  private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

  private final TaskTrails trails = new TaskTrails();

  @Test
  void accept_aTaskThatIsRetried_tellsTheLatestAttemptAndWhyTheOneBeforeFailed() {
    trails.accept(new TaskReport.Started(encode("t", 0, 1), "w1"), AT);
    trails.accept(
        new TaskReport.Failed(encode("t", 0, 1), "w1", FailureKind.ENCODER_CRASHED, "No."), AT);
    trails.accept(new TaskReport.Started(encode("t", 0, 2), "w2"), AT.plusSeconds(5));
    TaskTrail trail = trail("t", 0);
    assertThat(trail.attempt()).isEqualTo(2);
    assertThat(trail.workerId()).isEqualTo("w2");
    assertThat(trail.startedMillis()).isEqualTo(AT.plusSeconds(5).toEpochMilli());
    assertThat(trail.failure()).contains(FailureKind.ENCODER_CRASHED);
    trails.accept(
        new TaskReport.Succeeded(encode("t", 0, 2), "w2", new TaskOutcome.Encoded(3, 0, 9, 7.5)),
        AT.plusSeconds(12));
    assertThat(trail("t", 0).seconds()).isEqualTo(7.5);
    assertThat(trail("t", 0).failure()).isEmpty();
  }

  @Test
  void accept_aReportOfAnEarlierAttempt_changesNothing() {
    trails.accept(new TaskReport.Started(encode("t", 0, 2), "w2"), AT);
    trails.accept(
        new TaskReport.Failed(encode("t", 0, 1), "w1", FailureKind.ENCODER_CRASHED, "No."), AT);
    assertThat(trail("t", 0).workerId()).isEqualTo("w2");
    assertThat(trail("t", 0).failure()).isEmpty();
  }

  @Test
  void accept_moreTasksThanAreKept_forgetsTheTitleThatWasNotHeardOfForLongest() {
    TaskTrails few = new TaskTrails(10);
    for (int title = 0; title < 4; title++) {
      for (int chunk = 0; chunk < 4; chunk++) {
        few.accept(new TaskReport.Started(encode("t" + title, chunk, 1), "w"), AT);
      }
    }
    assertThat(few.of("t0", 1)).isEmpty();
    assertThat(few.of("t3", 1)).hasSize(4);
  }

  private TaskTrail trail(String title, int chunk) {
    return trails.of(title, 1).get(TaskRef.chunk(chunk));
  }

  private static TaskId encode(String title, int chunk, int attempt) {
    return new TaskId(title, 1, Step.ENCODE, Optional.of(TaskRef.chunk(chunk)), attempt);
  }
}
