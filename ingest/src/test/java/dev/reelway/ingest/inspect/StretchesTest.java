package dev.reelway.ingest.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.time.Rational;
import dev.reelway.media.scan.Stretch;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class StretchesTest {

  @Test
  void without_holes_leavesWhatIsBetween() {
    List<Stretch> stretches = List.of(of(0, 10), of(20, 30));
    List<Stretch> holes = List.of(of(2, 4), of(8, 22), of(40, 50));

    assertThat(Stretches.without(stretches, holes)).containsExactly(of(0, 2), of(4, 8), of(22, 30));
  }

  @Test
  void joined_nearOnes_becomeOne() {
    List<Stretch> stretches = List.of(of(0, 1), of(2, 3), of(9, 10));

    assertThat(Stretches.joined(Rational.of(2), stretches)).containsExactly(of(0, 3), of(9, 10));
  }

  @Test
  void words_manyStretches_namesFiveAndCountsTheRest() {
    List<Stretch> stretches = IntStream.range(0, 8).mapToObj(i -> of(i, i + 1)).toList();

    assertThat(Stretches.words(stretches.subList(0, 1))).isEqualTo("0:00:00.000–0:00:01.000");
    assertThat(Stretches.words(stretches)).endsWith("0:00:04.000–0:00:05.000 and 3 more");
  }

  @Test
  void atEdge_startEndAndMiddle_areToldApart() {
    Rational duration = Rational.of(60);

    assertThat(Stretches.atEdge(of(0, 2), duration)).isTrue();
    assertThat(Stretches.atEdge(of(58, 60), duration)).isTrue();
    assertThat(Stretches.atEdge(of(1, 59), duration)).isFalse();
    assertThat(Stretches.covers(of(0, 60), duration)).isTrue();
    assertThat(Stretches.covers(of(1, 60), duration)).isFalse();
  }

  private static Stretch of(long from, long to) {
    return new Stretch(Rational.of(from), Rational.of(to));
  }
}
