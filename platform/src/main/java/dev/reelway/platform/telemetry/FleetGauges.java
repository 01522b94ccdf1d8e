package dev.reelway.platform.telemetry;

import dev.reelway.contracts.fleet.Lane;
import dev.reelway.contracts.fleet.Pool;
import dev.reelway.contracts.title.Phase;
import dev.reelway.platform.telemetry.FleetLoad.Backlog;
import dev.reelway.platform.telemetry.FleetLoad.PoolLoad;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * The gauges that only the process which hosts the workflow has. A standby has none of them, rather
 * than zeros that look like an idle fleet.
 */
final class FleetGauges {
  private final MultiGauge tasks;
  private final MultiGauge cpuSeconds;
  private final MultiGauge executors;
  private final MultiGauge slots;
  private final MultiGauge inFlight;
  private final MultiGauge titles;

  FleetGauges(MeterRegistry registry) {
    tasks = gauge(registry, "reelway.queue.tasks", "Encode tasks of planned titles.");
    cpuSeconds = gauge(registry, "reelway.queue.cpu.seconds", "Predicted cost of these tasks.");
    executors = gauge(registry, "reelway.executors", "Processes that are heard of.");
    slots = gauge(registry, "reelway.slots", "Tasks that the executors can run at a time.");
    inFlight = gauge(registry, "reelway.tasks.in.flight", "Tasks that executors were granted.");
    titles = gauge(registry, "reelway.titles", "Titles by phase.");
  }

  /** Shows {@code load}; nothing if this process does not host the workflow. */
  void show(Optional<FleetLoad> load) {
    tasks.register(lanes(load, Backlog::waitingTasks, Backlog::runningTasks), true);
    cpuSeconds.register(lanes(load, Backlog::waitingCpuSeconds, Backlog::runningCpuSeconds), true);
    executors.register(pools(load, PoolLoad::executors), true);
    slots.register(pools(load, PoolLoad::slots), true);
    inFlight.register(pools(load, PoolLoad::inFlight), true);
    titles.register(phases(load), true);
  }

  private static List<Row<?>> lanes(
      Optional<FleetLoad> load,
      ToDoubleFunction<Backlog> waiting,
      ToDoubleFunction<Backlog> running) {
    List<Row<?>> rows = new ArrayList<>();
    if (load.isPresent()) {
      for (Lane lane : Lane.values()) {
        Backlog backlog = load.get().backlog().getOrDefault(lane, Backlog.NONE);
        Tags tags = Tags.of("lane", lane.label());
        rows.add(Row.of(tags.and("state", "waiting"), waiting.applyAsDouble(backlog)));
        rows.add(Row.of(tags.and("state", "running"), running.applyAsDouble(backlog)));
      }
    }
    return rows;
  }

  private static List<Row<?>> pools(Optional<FleetLoad> load, ToDoubleFunction<PoolLoad> value) {
    List<Row<?>> rows = new ArrayList<>();
    if (load.isPresent()) {
      for (Pool pool : Pool.values()) {
        PoolLoad of = load.get().pools().getOrDefault(pool, PoolLoad.NONE);
        rows.add(Row.of(Tags.of("pool", label(pool)), value.applyAsDouble(of)));
      }
    }
    return rows;
  }

  private static List<Row<?>> phases(Optional<FleetLoad> load) {
    List<Row<?>> rows = new ArrayList<>();
    if (load.isPresent()) {
      Arrays.stream(Phase.values())
          .filter(phase -> phase != Phase.NEW)
          .map(
              phase ->
                  Row.of(
                      Tags.of("phase", label(phase)), load.get().titles().getOrDefault(phase, 0)))
          .forEach(rows::add);
    }
    return rows;
  }

  private static String label(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static MultiGauge gauge(MeterRegistry registry, String name, String description) {
    return MultiGauge.builder(name).description(description).register(registry);
  }
}
