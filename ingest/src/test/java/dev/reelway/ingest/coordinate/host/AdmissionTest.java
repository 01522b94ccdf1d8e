package dev.reelway.ingest.coordinate.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.fleet.Lane;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AdmissionTest {

  private static final long ROOM = 1_000;
  private static final List<Lane> LANES = List.of(Lane.values());

  @Test
  void admit_moreThanFit_keepsTheRestWaitingInOrder() {
    Admission admission = new Admission(2, ROOM);
    for (String title : List.of("a", "b", "c", "d")) {
      admission.enter(title, "studio", Lane.STANDARD, 1);
    }
    assertThat(admission.admit()).containsExactly("a", "b");
    assertThat(admission.waitingInOrder(10)).containsExactly("c", "d");
    assertThat(admission.admit()).isEmpty();
    admission.leave("a");
    assertThat(admission.admit()).containsExactly("c");
    assertThat(admission.isAdmitted("c")).isTrue();
    assertThat(admission.isAdmitted("a")).isFalse();
    assertThat(admission.waitingCount()).isEqualTo(1);
  }

  @Test
  void admit_firstTitleOfATenant_isNotHeldBackByOthers() {
    Admission admission = new Admission(2, ROOM);
    for (int title = 0; title < 50; title++) {
      admission.enter("many-" + title, "many", Lane.EXPRESS, 1);
    }
    assertThat(admission.admit()).hasSize(2);
    admission.enter("one", "other", Lane.BULK, 1);
    assertThat(admission.admit()).containsExactly("one");
  }

  @Test
  void admit_tenantsOfOneLane_shareTheRoomForTitles() {
    Admission admission = new Admission(6, ROOM);
    for (int title = 0; title < 20; title++) {
      admission.enter("many-" + title, "many", Lane.STANDARD, 1);
    }
    for (int title = 0; title < 3; title++) {
      admission.enter("few-" + title, "few", Lane.STANDARD, 1);
    }
    assertThat(admission.admit()).contains("few-0", "few-1", "few-2");
  }

  @Test
  void admit_lanes_byTheirWeights() {
    Admission admission = new Admission(21, ROOM);
    Map<Lane, Integer> counts = new HashMap<>();
    for (Lane lane : Lane.values()) {
      for (int title = 0; title < 30; title++) {
        admission.enter(lane + "-" + title, "studio", lane, 1);
      }
    }
    List<String> admitted = admission.admit();
    assertThat(admitted.get(0)).startsWith("EXPRESS");
    for (String title : admitted) {
      counts.merge(Lane.valueOf(title.substring(0, title.indexOf('-'))), 1, Integer::sum);
    }
    assertThat(counts).isEqualTo(Map.of(Lane.EXPRESS, 16, Lane.STANDARD, 4, Lane.BULK, 1));
  }

  @Test
  void admit_aLaneThatWasEmpty_getsNoCreditForThat() {
    Admission admission = new Admission(1, ROOM);
    for (int title = 0; title < 100; title++) {
      admission.enter("express-" + title, "studio", Lane.EXPRESS, 1);
      assertThat(admission.admit()).hasSize(1);
      admission.leave("express-" + title);
    }
    for (int title = 0; title < 20; title++) {
      admission.enter("bulk-" + title, "studio", Lane.BULK, 1);
      admission.enter("express-again-" + title, "studio", Lane.EXPRESS, 1);
    }
    List<String> order = drain(admission);
    assertThat(order.subList(0, 10)).allMatch(title -> title.startsWith("express"));
  }

  @Test
  void admit_predictedRoom_isNotExceeded() {
    Admission admission = new Admission(10, ROOM);
    admission.enter("a", "studio", Lane.STANDARD, 600);
    admission.enter("b", "studio", Lane.STANDARD, 500);
    admission.enter("c", "studio", Lane.STANDARD, 400);
    assertThat(admission.admit()).containsExactly("a", "c");
    admission.leave("a");
    assertThat(admission.admit()).containsExactly("b");
  }

  @Test
  void admit_largerThanAllRoom_isTriedAlone() {
    Admission admission = new Admission(10, ROOM);
    admission.enter("huge", "studio", Lane.STANDARD, 5 * ROOM);
    admission.enter("small", "studio", Lane.STANDARD, 1);
    assertThat(admission.admit()).containsExactly("huge");
    admission.leave("huge");
    assertThat(admission.admit()).containsExactly("small");
  }

  @Test
  void admit_aLargeTitle_isNotOvertakenForEver() {
    Admission admission = new Admission(10, ROOM);
    admission.enter("running", "studio", Lane.STANDARD, 600);
    admission.admit();
    admission.enter("large", "studio", Lane.STANDARD, 600);
    int overtaking = 0;
    for (int title = 0; title < 50; title++) {
      admission.enter("small-" + title, "studio", Lane.STANDARD, 300);
      overtaking += admission.admit().size();
      admission.leave("small-" + title);
    }
    assertThat(overtaking).isEqualTo(Admission.MAX_OVERTAKEN);
    admission.leave("running");
    assertThat(admission.admit()).containsExactly("large");
  }

  @Test
  void enter_whatIsInFlight_changesNothing() {
    Admission admission = new Admission(2, ROOM);
    admission.readmit("a", "studio", Lane.STANDARD, 10);
    admission.enter("a", "studio", Lane.STANDARD, 10);
    assertThat(admission.waitingCount()).isZero();
    admission.leave("a");
    admission.leave("a");
    admission.enter("b", "studio", Lane.STANDARD, ROOM);
    assertThat(admission.admit()).containsExactly("b");
  }

  /** The order that is told is the order in which they go, if nothing else comes. */
  @Property(tries = 200)
  void waitingInOrder_anyTitles_isTheOrderOfAdmission(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int maxTitles) {
    Admission admission = new Admission(maxTitles, ROOM);
    enterAny(admission, new Random(seed), 30);
    admission.admit();
    List<String> told = admission.waitingInOrder(100);
    assertThat(told).hasSize(admission.waitingCount()).doesNotHaveDuplicates();
    Admission full = new Admission(1_000, ROOM);
    enterAny(full, new Random(seed), 30);
    assertThat(full.waitingInOrder(100)).isEqualTo(full.admit());
  }

  /** However much comes in higher lanes, from other tenants or smaller: everybody's turn comes. */
  @Property(tries = 100)
  void admit_underAConstantFlow_starvesNobody(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int maxTitles) {
    Random random = new Random(seed);
    Admission admission = new Admission(maxTitles, ROOM);
    Deque<String> inFlight = new ArrayDeque<>();
    admission.enter("patient", "tenant-0", Lane.BULK, 900);
    int arrivals = 0;
    while (!admission.isAdmitted("patient")) {
      assertThat(arrivals).isLessThan(1_000);
      if (admission.waitingCount() < 20) {
        String title = "flow-" + arrivals++;
        Lane lane = LANES.get(random.nextInt(3));
        admission.enter(title, "tenant-" + random.nextInt(3), lane, random.nextInt(400));
      } else if (!inFlight.isEmpty()) {
        admission.leave(inFlight.removeFirst());
      }
      inFlight.addAll(admission.admit());
      assertThat(inFlight.size()).isLessThanOrEqualTo(maxTitles + 3);
    }
  }

  private static void enterAny(Admission admission, Random random, int count) {
    for (int title = 0; title < count; title++) {
      Lane lane = LANES.get(random.nextInt(3));
      admission.enter("title-" + title, "tenant-" + random.nextInt(4), lane, 1);
    }
  }

  private static List<String> drain(Admission admission) {
    List<String> order = new ArrayList<>();
    for (List<String> next = admission.admit(); !next.isEmpty(); next = admission.admit()) {
      order.addAll(next);
      next.forEach(admission::leave);
    }
    return order;
  }
}
