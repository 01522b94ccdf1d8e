package dev.reelway.manifest.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.work.SegmentEntry;
import java.util.List;
import org.junit.jupiter.api.Test;

class PosterRuleTest {

  private static final long TIMESCALE = 1000;

  @Test
  void best_severalPictures_isTheOneWithMostDetail() {
    assertThat(best(picture(1, 10, 50), picture(5, 60, 90), picture(9, 120, 80))).isEqualTo(5);
  }

  @Test
  void best_largestInTheFirstSeconds_yieldsToALaterOneOfMoreThanHalf() {
    assertThat(best(picture(1, 2, 100), picture(5, 60, 51))).isEqualTo(5);
    assertThat(best(picture(1, 2, 100), picture(5, 60, 49))).isEqualTo(1);
  }

  @Test
  void best_equals_isTheFirst() {
    assertThat(best(picture(1, 10, 50), picture(5, 60, 50))).isEqualTo(1);
  }

  private static int best(SegmentEntry... pictures) {
    return PosterRule.best(List.of(pictures), TIMESCALE).number();
  }

  private static SegmentEntry picture(int number, long seconds, long bytes) {
    return new SegmentEntry(number, seconds * TIMESCALE, 40, bytes);
  }
}
