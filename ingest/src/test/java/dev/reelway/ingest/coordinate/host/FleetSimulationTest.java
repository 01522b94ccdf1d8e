package dev.reelway.ingest.coordinate.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.fleet.Lane;
import dev.reelway.contracts.title.Phase;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class FleetSimulationTest {

  private static final List<Lane> LANES = List.of(Lane.values());

  @Property(tries = 25, shrinking = ShrinkingMode.OFF)
  void run_withTroublesOfEveryKind_bringsEveryTitleToAnEnd(
      @ForAll @LongRange(min = 0) long seed,
      @ForAll @IntRange(min = 1, max = 12) int titles,
      @ForAll @IntRange(min = 1, max = 6) int maxTitles) {
    SimulatedFleet fleet = new SimulatedFleet(seed, maxTitles);
    for (int title = 0; title < titles; title++) {
      fleet.submit("title-" + title, "tenant-" + title % 3, LANES.get(title % 3));
    }
    fleet.run((int) (300 + seed % 1_500));
    assertThat(fleet.titles()).hasSize(titles);
    for (TitleRow row : fleet.titles()) {
      assertThat(row.state().phase())
          .isIn(Phase.PUBLISHED, Phase.UNPUBLISHED, Phase.FAILED, Phase.CANCELLED);
      fleet.storage().assertTrue(row);
    }
  }

  @Property(tries = 10, shrinking = ShrinkingMode.OFF)
  void run_withoutTroubles_publishesAll(@ForAll @LongRange(min = 0) long seed) {
    SimulatedFleet fleet = new SimulatedFleet(seed, 3);
    for (int title = 0; title < 12; title++) {
      fleet.submit("title-" + title, "tenant-" + title % 3, LANES.get(title % 3));
    }
    fleet.run(0);
    for (TitleRow row : fleet.titles()) {
      assertThat(row.state().phase()).isEqualTo(Phase.PUBLISHED);
      fleet.storage().assertTrue(row);
    }
  }
}
