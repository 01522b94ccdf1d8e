package dev.reelway.platform.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class PulseTest {
  private final AtomicLong nanos = new AtomicLong();
  private final Pulse pulse = new Pulse(Duration.ofSeconds(60), nanos::get);

  @Test
  void problem_beatWithinTheLimit_isNone() {
    nanos.addAndGet(Duration.ofSeconds(60).toNanos());

    assertThat(pulse.problem()).isEmpty();
  }

  @Test
  void problem_silentForTooLong_saysForHowLong() {
    nanos.addAndGet(Duration.ofSeconds(61).toNanos());

    assertThat(pulse.problem()).contains("It has not moved for 61 s.");
  }

  @Test
  void problem_movesAgain_isNone() {
    nanos.addAndGet(Duration.ofSeconds(90).toNanos());
    pulse.beat();

    assertThat(pulse.problem()).isEmpty();
  }
}
