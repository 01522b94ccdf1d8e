package dev.reelway.ingest.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.fleet.Heartbeat;
import dev.reelway.contracts.fleet.Pool;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ExecutorsViewTest {

  private final HandClock clock = new HandClock();
  private final ExecutorsView view = new ExecutorsView(clock);

  @Test
  void executors_oneFallsSilent_isForgottenAfterTheLimit() {
    view.accept(beat("silent"));
    clock.now = clock.now.plus(ExecutorsView.SILENCE);
    view.accept(beat("alive"));
    assertThat(ids()).containsExactly("alive", "silent");
    clock.now = clock.now.plusMillis(1);
    assertThat(ids()).containsExactly("alive");
  }

  private List<String> ids() {
    return view.executors().stream().map(seen -> seen.heartbeat().workerId()).toList();
  }

  private static Heartbeat beat(String id) {
    return new Heartbeat(id, "host", Pool.ENCODE, "build", 1, List.of(), 0);
  }

  private static final class HandClock extends Clock {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
