package dev.reelway.ingest.coordinate.host;

import dev.reelway.contracts.fleet.Lane;
import dev.reelway.contracts.fleet.Pool;
import dev.reelway.contracts.title.Phase;
import dev.reelway.platform.telemetry.FleetLoad;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/** Adds up what there is to do. */
final class Backlogs {

  private Backlogs() {}

  static FleetLoad of(
      Collection<LiveTitle> titles, int waitingTitles, int outstandingTasks, Fleet fleet) {
    Map<Lane, Integer> tasks = new EnumMap<>(Lane.class);
    Map<Lane, Double> cpuSeconds = new EnumMap<>(Lane.class);
    Map<Phase, Integer> phases = new EnumMap<>(Phase.class);
    for (LiveTitle title : titles) {
      phases.merge(title.state().phase(), 1, Integer::sum);
      if (title.isEncoding()) {
        tasks.merge(title.lane(), title.openTasks(), Integer::sum);
        cpuSeconds.merge(title.lane(), title.remainingCpuSeconds(), Double::sum);
      }
    }
    Map<Pool, Integer> slots = new EnumMap<>(Pool.class);
    for (Pool pool : Pool.values()) {
      slots.put(pool, fleet.slotsOf(pool));
    }
    return new FleetLoad(
        tasks, cpuSeconds, phases, waitingTitles, outstandingTasks, fleet.executorsByPool(), slots);
  }
}
