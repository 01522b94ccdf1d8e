package dev.reelway.platform.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.fleet.Step;
import dev.reelway.contracts.fleet.TaskId;
import dev.reelway.contracts.fleet.TaskOutcome;
import dev.reelway.contracts.fleet.TaskReport;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class OutageRestTest {

  private static final TaskId TASK = new TaskId("title", 1, Step.INSPECT, Optional.empty(), 1);

  private long seconds;
  private final OutageRest rest = new OutageRest(() -> TimeUnit.SECONDS.toNanos(seconds));

  @Test
  void isDue_atFirst_isNot() {
    assertThat(rest.isDue()).isFalse();
  }

  @Test
  void isDue_afterAFullDisk_isForASecond() {
    fail(FailureKind.STORAGE_FULL);
    assertRests(1);
  }

  @Test
  void isDue_afterOneFailureAfterAnother_isTwiceAsLongEachTime() {
    for (int expected : new int[] {1, 2, 4, 8, 16, 16}) {
      fail(FailureKind.STORAGE_UNAVAILABLE);
      assertRests(expected);
    }
  }

  @Test
  void isDue_afterASuccess_beginsAnew() {
    fail(FailureKind.STORAGE_FULL);
    fail(FailureKind.STORAGE_FULL);
    assertRests(2);
    rest.ended(new TaskReport.Succeeded(TASK, "worker", new TaskOutcome.Encoded(1, 0, 1, 1)));
    fail(FailureKind.STORAGE_FULL);
    assertRests(1);
  }

  @Test
  void isDue_afterAFailureOfTheMaster_isNot() {
    fail(FailureKind.MASTER_DAMAGED);
    assertThat(rest.isDue()).isFalse();
  }

  private void fail(FailureKind kind) {
    rest.ended(new TaskReport.Failed(TASK, "worker", kind, "It failed."));
  }

  private void assertRests(int expected) {
    int rested = 0;
    while (rest.isDue()) {
      seconds++;
      rested++;
    }
    assertThat(rested).as("seconds").isEqualTo(expected);
  }
}
