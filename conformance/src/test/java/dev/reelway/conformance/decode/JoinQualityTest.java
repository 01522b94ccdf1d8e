package dev.reelway.conformance.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.reelway.contracts.decode.DecodedTrack.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Segments of two groups each; a group starts every 100 ticks. */
final class JoinQualityTest {

  @Test
  void of_sameDipsEverywhere_findsNoDifference() {
    JoinQuality quality = quality(12, 1.2, 1.2);

    assertThat(quality.before()).isCloseTo(0, within(1e-9));
    assertThat(quality.joins()).isEqualTo(5);
    assertThat(quality.isWorse()).isFalse();
  }

  @Test
  void isWorse_dipsOfAnEncoderWithoutLookahead_isTrue() {
    JoinQuality quality = quality(40, 1.6, 0.1);

    assertThat(quality.before()).isCloseTo(1.5, within(1e-9));
    assertThat(quality.isWorse()).isTrue();
  }

  @Test
  void isWorse_withinTheMargin_isFalse() {
    assertThat(quality(40, 0.5, 0.1).isWorse()).isFalse();
  }

  @Test
  void isWorse_twoJoins_isFalseAsTheySayNothing() {
    assertThat(quality(6, 5, 0).isWorse()).isFalse();
  }

  @Test
  void isWorse_oneSceneCutAmongManyJoins_isFalse() {
    List<Group> groups = groups(40, 0.1, 0.1);
    groups.set(9, group(9, 9));

    assertThat(JoinQuality.of(groups, starts(40)).isWorse()).isFalse();
  }

  private static JoinQuality quality(int count, double atJoins, double elsewhere) {
    return JoinQuality.of(groups(count, atJoins, elsewhere), starts(count));
  }

  private static Set<Long> starts(int count) {
    return LongStream.range(0, count / 2).map(i -> 200 * i).boxed().collect(Collectors.toSet());
  }

  /** What follows a group with an odd number is a segment start. */
  private static List<Group> groups(int count, double atJoins, double elsewhere) {
    List<Group> groups = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      groups.add(group(i, i % 2 == 1 ? atJoins : elsewhere));
    }
    return groups;
  }

  private static Group group(int number, double dip) {
    return new Group(100L * number, 48, 40, 35, 100L * number, 40, 40, 40, 40 - dip);
  }
}
