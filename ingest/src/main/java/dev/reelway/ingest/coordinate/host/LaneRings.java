package dev.reelway.ingest.coordinate.host;

import dev.reelway.contracts.fleet.Lane;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Whose turn it is on a queue: lanes by their weight, within a lane tenants and titles in turns.
 */
final class LaneRings {

  private final Map<Lane, FairRing> rings = new EnumMap<>(Lane.class);
  private final WeightedLanes lanes = new WeightedLanes();

  /** Lets a title take part; one that already does keeps its place. */
  void add(Lane lane, String tenant, String title) {
    rings.computeIfAbsent(lane, key -> new FairRing()).add(tenant, title);
  }

  /**
   * What the next title has; titles that have nothing are taken out.
   *
   * @param of gives something of a title
   */
  <T> Optional<T> next(Function<String, Optional<T>> of) {
    for (Set<Lane> waiting = waiting(); !waiting.isEmpty(); waiting = waiting()) {
      Lane lane = lanes.next(waiting);
      String title = rings.get(lane).next().orElseThrow();
      Optional<T> found = of.apply(title);
      if (found.isPresent()) {
        lanes.took(lane);
        return found;
      }
      rings.get(lane).remove(title);
    }
    return Optional.empty();
  }

  private Set<Lane> waiting() {
    return rings.entrySet().stream()
        .filter(entry -> !entry.getValue().isEmpty())
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** Takes a title out. */
  void remove(String title) {
    rings.values().forEach(ring -> ring.remove(title));
  }
}
