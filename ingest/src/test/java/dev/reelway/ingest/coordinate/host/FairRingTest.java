package dev.reelway.ingest.coordinate.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FairRingTest {

  private final FairRing ring = new FairRing();

  @Test
  void next_withoutTitles_isNobody() {
    ring.add("a", "a1");
    ring.remove("a1");
    assertThat(ring.next()).isEmpty();
  }

  @Test
  void next_aTenantWithOneTitleBesideFifty_getsEveryOtherTurn() {
    for (int title = 0; title < 50; title++) {
      ring.add("many", "many-" + title);
    }
    ring.add("one", "one-0");
    List<String> turns = turns(100);
    assertThat(turns).filteredOn("one-0"::equals).hasSize(50);
    assertThat(turns.stream().distinct()).hasSize(51);
  }

  @Test
  void add_again_keepsItsPlaceAndItsTenant() {
    ring.add("a", "a1");
    ring.add("b", "b1");
    ring.add("c", "a1");
    assertThat(turns(4)).containsExactly("a1", "b1", "a1", "b1");
    ring.remove("a1");
    assertThat(turns(2)).containsExactly("b1", "b1");
  }

  /** In every round all tenants have their turn once; in as many rounds all titles do. */
  @Property(tries = 200)
  void next_anyTenants_starvesNobody(
      @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 9) Integer> titlesOfTenants) {
    FairRing fair = new FairRing();
    int most = 0;
    int titles = 0;
    for (int tenant = 0; tenant < titlesOfTenants.size(); tenant++) {
      int count = titlesOfTenants.get(tenant);
      for (int title = 0; title < count; title++) {
        fair.add("tenant-" + tenant, tenant + "/" + title);
      }
      most = Math.max(most, count);
      titles += count;
    }
    Map<String, Integer> turns = new HashMap<>();
    for (int round = 0; round < most; round++) {
      List<String> tenants = new ArrayList<>();
      for (int turn = 0; turn < titlesOfTenants.size(); turn++) {
        String title = fair.next().orElseThrow();
        tenants.add(title.substring(0, title.indexOf('/')));
        turns.merge(title, 1, Integer::sum);
      }
      assertThat(tenants).doesNotHaveDuplicates();
    }
    assertThat(turns).hasSize(titles);
  }

  /** Whatever comes and goes: who is in it is given, who is not is not. */
  @Property(tries = 200)
  void next_afterAnyChanges_givesExactlyTheMembers(@ForAll long seed) {
    Random random = new Random(seed);
    FairRing changing = new FairRing();
    Map<String, String> members = new HashMap<>();
    for (int change = 0; change < 60; change++) {
      String title = "title-" + random.nextInt(12);
      if (random.nextBoolean()) {
        String tenant = "tenant-" + random.nextInt(4);
        changing.add(tenant, title);
        members.putIfAbsent(title, tenant);
      } else {
        changing.remove(title);
        members.remove(title);
      }
      assertThat(changing.next().isPresent()).isEqualTo(!members.isEmpty());
    }
    Map<String, Integer> turns = new HashMap<>();
    for (int turn = 0; turn < 4 * 12; turn++) {
      changing.next().ifPresent(title -> turns.merge(title, 1, Integer::sum));
    }
    assertThat(turns.keySet()).isEqualTo(members.keySet());
  }

  private List<String> turns(int count) {
    List<String> turns = new ArrayList<>();
    for (int turn = 0; turn < count; turn++) {
      turns.add(ring.next().orElseThrow());
    }
    return turns;
  }
}
