package dev.reelway.conformance.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.conformance.model.MeasuredSegment;
import dev.reelway.contracts.time.Rational;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MeasuredRateTest {
  private static final Rational ONE = Rational.of(1);

  @Test
  void isCut_lastOfFivePicturesEndsEarly_isTrue() {
    assertThat(MeasuredRate.isCut(List.of(segment(4017)), ONE)).isTrue();
  }

  @Test
  void isCut_wholePicturesOnly_isFalse() {
    assertThat(MeasuredRate.isCut(List.of(segment(5000)), ONE)).isFalse();
  }

  @Test
  void isCut_morePicturesThanTheRateGives_isFalse() {
    assertThat(MeasuredRate.isCut(List.of(segment(3900)), ONE)).isFalse();
  }

  @Test
  void isCut_severalSegments_isFalseAsTheFirstTellTheRate() {
    assertThat(MeasuredRate.isCut(List.of(segment(5000), segment(4017)), ONE)).isFalse();
  }

  /** Five samples in thousandths of a second. */
  private static MeasuredSegment segment(long millis) {
    return ManifestBench.measured("v.m4s", 100, 0, millis, 1000, 5);
  }
}
