package dev.reelway.ingest.coordinate.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.fleet.Lane;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class WeightedLanesTest {

  private static final Set<Lane> ALL = EnumSet.allOf(Lane.class);
  private static final int ROUND = 21; // 16 + 4 + 1

  @Test
  void next_whileAllWait_sharesByWeight() {
    WeightedLanes lanes = new WeightedLanes();
    for (int round = 0; round < 5; round++) {
      Map<Lane, Integer> counts = new EnumMap<>(Lane.class);
      for (int i = 0; i < ROUND; i++) {
        counts.merge(take(lanes, ALL), 1, Integer::sum);
      }
      assertThat(counts).isEqualTo(Map.of(Lane.EXPRESS, 16, Lane.STANDARD, 4, Lane.BULK, 1));
    }
  }

  @Test
  void next_ofALaneThatWasEmpty_doesNotCatchUp() {
    WeightedLanes lanes = new WeightedLanes();
    for (int i = 0; i < 1000; i++) {
      assertThat(take(lanes, Set.of(Lane.BULK))).isEqualTo(Lane.BULK);
    }
    int express = 0;
    for (int i = 0; i < ROUND; i++) {
      express += take(lanes, ALL) == Lane.EXPRESS ? 1 : 0;
    }
    assertThat(express).isBetween(16, 17);
  }

  @Property
  void next_howeverLanesComeAndGo_letsNoneStarve(
      @ForAll @Size(max = 200) List<@NotEmpty Set<Lane>> waiting) {
    WeightedLanes lanes = new WeightedLanes();
    Map<Lane, Integer> waited = new EnumMap<>(Lane.class);
    for (Set<Lane> now : waiting) {
      Lane next = take(lanes, now);
      assertThat(now).contains(next);
      for (Lane lane : Lane.values()) {
        boolean goesOnWaiting = now.contains(lane) && lane != next;
        waited.put(lane, goesOnWaiting ? waited.getOrDefault(lane, 0) + 1 : 0);
      }
      // While a lane makes its stride, each other makes as many as fit in, and one more.
      assertThat(waited.get(Lane.BULK)).isLessThanOrEqualTo(16 + 1 + 4 + 1);
      assertThat(waited.get(Lane.STANDARD)).isLessThanOrEqualTo(4 + 1 + 1);
      assertThat(waited.get(Lane.EXPRESS)).isLessThanOrEqualTo(1 + 1);
    }
  }

  @Test
  void took_outOfTurn_counts() {
    WeightedLanes lanes = new WeightedLanes();
    lanes.took(Lane.EXPRESS);
    assertThat(lanes.next(ALL)).isEqualTo(Lane.STANDARD);
  }

  private static Lane take(WeightedLanes lanes, Set<Lane> waiting) {
    Lane lane = lanes.next(waiting);
    lanes.took(lane);
    return lane;
  }
}
