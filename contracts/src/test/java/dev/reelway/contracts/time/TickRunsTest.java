package dev.reelway.contracts.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

final class TickRunsTest {

  /** Time stamps whose steps repeat often, as those of real masters do. */
  @Provide
  Arbitrary<long[]> ticks() {
    return Arbitraries.of(0L, 0L, 1001L, 1001L, 1001L, 1002L, -1001L)
        .list()
        .ofMaxSize(60)
        .map(TickRunsTest::accumulate);
  }

  private static long[] accumulate(List<Long> steps) {
    long[] ticks = new long[steps.size()];
    long tick = 7;
    for (int i = 0; i < ticks.length; i++) {
      ticks[i] = tick;
      tick += steps.get(i);
    }
    return ticks;
  }

  @Property
  void of_anyTicks_givesThemBack(@ForAll("ticks") long[] ticks) {
    TickRuns runs = TickRuns.of(ticks);
    assertThat(runs.size()).isEqualTo(ticks.length);
    assertThat(runs.toArray()).isEqualTo(ticks);
    for (int i = 0; i < ticks.length; i++) {
      assertThat(runs.get(i)).isEqualTo(ticks[i]);
    }
    if (ticks.length > 0) {
      assertThat(runs.first()).isEqualTo(ticks[0]);
      assertThat(runs.last()).isEqualTo(ticks[ticks.length - 1]);
    }
  }

  @Property
  void of_extremeTicks_givesThemBack(@ForAll long[] ticks) {
    assertThat(TickRuns.of(ticks).toArray()).isEqualTo(ticks);
  }

  @Property
  void fromTriples_written_isEqual(@ForAll("ticks") long[] ticks) {
    TickRuns runs = TickRuns.of(ticks);
    TickRuns read = TickRuns.fromTriples(runs.toTriples());
    assertThat(read).isEqualTo(runs).hasSameHashCodeAs(runs);
  }

  @Property
  void slice_anyRange_isThatRange(
      @ForAll("ticks") long[] ticks,
      @ForAll @IntRange(max = 60) int a,
      @ForAll @IntRange(max = 60) int b) {
    int from = Math.min(Math.min(a, b), ticks.length);
    int to = Math.min(Math.max(a, b), ticks.length);
    assertThat(TickRuns.of(ticks).slice(from, to))
        .isEqualTo(TickRuns.of(Arrays.copyOfRange(ticks, from, to)));
  }

  @Example
  void of_constantRateTitle_isOneRun() {
    long[] threeHours = LongStream.range(0, 3 * 3600 * 24).map(i -> i * 1001).toArray();
    assertThat(TickRuns.of(threeHours).toTriples()).containsExactly(new long[] {0, 1001, 259_200});
  }

  @Example
  void get_outOfRange_throws() {
    assertThatThrownBy(() -> TickRuns.of(1, 2).get(2))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> TickRuns.of(1, 2).get(-1))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> TickRuns.of().first()).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Example
  void fromTriples_noTriple_isRefused() {
    assertThatThrownBy(() -> TickRuns.fromTriples(List.of(new long[] {0, 1})))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> TickRuns.fromTriples(List.of(new long[] {0, 1, 0})))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
