package dev.reelway.platform.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class LatestLoadTest {
  private static final FleetLoad LOAD =
      new FleetLoad(Map.of(), Map.of(), Map.of(), 1, 2, Map.of(), Map.of());

  private final AtomicLong nanos = new AtomicLong();
  private final LatestLoad latest = new LatestLoad(Duration.ofSeconds(30), nanos::get);

  @Test
  void get_nothingTold_isEmpty() {
    assertThat(latest.get()).isEmpty();
  }

  @Test
  void get_toldLately_isIt() {
    latest.accept(LOAD);
    nanos.addAndGet(Duration.ofSeconds(30).toNanos());

    assertThat(latest.get()).contains(LOAD);
  }

  @Test
  void get_notRepeated_isForgotten() {
    latest.accept(LOAD);
    nanos.addAndGet(Duration.ofSeconds(31).toNanos());

    assertThat(latest.get()).isEmpty();
  }
}
