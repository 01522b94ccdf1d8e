package dev.reelway.platform.telemetry;

import dev.reelway.contracts.fleet.Lane;
import dev.reelway.contracts.fleet.Pool;
import dev.reelway.contracts.title.Phase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The gauges that only the process which hosts the workflow has. A standby has none of them, rather
 * than zeros that look like an idle fleet.
 */
final class FleetGauges {
  private static final List<Lane> LANES = List.of(Lane.values());
  private static final List<Pool> POOLS = List.of(Pool.values());
  private static final List<Phase> PHASES =
      Arrays.stream(Phase.values()).filter(phase -> phase != Phase.NEW).toList();

  private final MultiGauge tasks;
  private final MultiGauge cpuSeconds;
  private final MultiGauge titles;
  private final MultiGauge waitingTitles;
  private final MultiGauge tasksInFlight;
  private final MultiGauge executors;
  private final MultiGauge slots;

  FleetGauges(MeterRegistry registry) {
    tasks = gauge(registry, "reelway.queue.tasks", "Encode tasks not yet done.");
    cpuSeconds = gauge(registry, "reelway.queue.cpu.seconds", "Predicted cost of these tasks.");
    titles = gauge(registry, "reelway.titles", "Titles by phase.");
    waitingTitles = gauge(registry, "reelway.titles.waiting", "Titles that wait to be admitted.");
    tasksInFlight = gauge(registry, "reelway.tasks.in.flight", "Tasks handed out, not finished.");
    executors = gauge(registry, "reelway.executors", "Processes that are heard of.");
    slots = gauge(registry, "reelway.slots", "Tasks that the executors can run at a time.");
  }

  /** Shows {@code load}; nothing if this process does not host the workflow. */
  void show(Optional<FleetLoad> load) {
    tasks.register(rows(load, "lane", LANES, FleetLoad::tasks), true);
    cpuSeconds.register(rows(load, "lane", LANES, FleetLoad::cpuSeconds), true);
    titles.register(rows(load, "phase", PHASES, FleetLoad::titles), true);
    waitingTitles.register(row(load, FleetLoad::waitingTitles), true);
    tasksInFlight.register(row(load, FleetLoad::tasksInFlight), true);
    executors.register(rows(load, "pool", POOLS, FleetLoad::executors), true);
    slots.register(rows(load, "pool", POOLS, FleetLoad::slots), true);
  }

  private static <K extends Enum<K>, N extends Number> List<Row<?>> rows(
      Optional<FleetLoad> load, String label, List<K> keys, Function<FleetLoad, Map<K, N>> values) {
    return load.map(values).stream()
        .<Row<?>>flatMap(
            found -> keys.stream().map(key -> Row.of(tag(label, key), valueOf(found.get(key)))))
        .toList();
  }

  private static List<Row<?>> row(Optional<FleetLoad> load, Function<FleetLoad, Integer> value) {
    return load.map(value).stream().<Row<?>>map(found -> Row.of(Tags.empty(), found)).toList();
  }

  private static Number valueOf(Number found) {
    return found == null ? 0 : found;
  }

  private static Tags tag(String label, Enum<?> key) {
    return Tags.of(label, key.name().toLowerCase(Locale.ROOT));
  }

  private static MultiGauge gauge(MeterRegistry registry, String name, String description) {
    return MultiGauge.builder(name).description(description).register(registry);
  }
}
