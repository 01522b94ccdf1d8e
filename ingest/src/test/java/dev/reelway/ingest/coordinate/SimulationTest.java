package dev.reelway.ingest.coordinate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.title.Phase;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class SimulationTest {

  private static final int NEVER = -1;

  @Property(tries = 1000)
  void run_withFailures_neverGetsStuck(
      @ForAll @LongRange(min = 0) long seed,
      @ForAll @IntRange(min = 0, max = 60) int failurePercent,
      @ForAll @IntRange(min = 0, max = 12) int chunks) {
    SimulatedHost host = new SimulatedHost(seed, failurePercent, plan(chunks));
    host.send(new TitleEvent.Submitted(submission(seed)));
    TitleState end = host.run(NEVER);
    assertThat(end.phase()).isIn(Phase.PUBLISHED, Phase.FAILED, Phase.CANCELLED);
    if (end.phase() == Phase.PUBLISHED) {
      assertThat(host.packaged()).hasSize(chunks + 1);
    } else {
      assertThat(host.packaged()).isEmpty();
      assertThat(end.cleanup().isPending()).isFalse();
    }
  }

  @Property(tries = 500)
  void run_cancelledAtAnyPoint_endsAndLeavesNothing(
      @ForAll @LongRange(min = 0) long seed,
      @ForAll @IntRange(min = 0, max = 40) int cancelAfterEvents) {
    SimulatedHost host = new SimulatedHost(seed, 10, plan(6));
    host.send(new TitleEvent.Submitted(submission(seed)));
    TitleState end = host.run(cancelAfterEvents);
    assertThat(end.phase()).isIn(Phase.PUBLISHED, Phase.FAILED, Phase.CANCELLED);
    assertThat(host.packaged().isEmpty()).isEqualTo(end.phase() != Phase.PUBLISHED);
  }

  @Property(tries = 200)
  void run_answersInAnyOrder_reachTheSameState(
      @ForAll @LongRange(min = 0) long seed, @ForAll @LongRange(min = 0) long otherSeed) {
    assertThat(undisturbed(seed)).isEqualTo(undisturbed(otherSeed));
  }

  private static TitleState undisturbed(long seed) {
    SimulatedHost host = new SimulatedHost(seed, 0, plan(8));
    host.send(new TitleEvent.Submitted(TitleStates.SUBMISSION));
    return host.run(NEVER);
  }

  private static PlanSummary plan(int chunks) {
    return new PlanSummary("p1", "build-1", chunks, 1, 0);
  }

  private static Submission submission(long seed) {
    return seed % 2 == 0 ? TitleStates.SUBMISSION : TitleStates.AWAITING;
  }
}
