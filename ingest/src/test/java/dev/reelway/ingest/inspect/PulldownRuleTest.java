package dev.reelway.ingest.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.master.FieldOrder;
import dev.reelway.contracts.master.Pulldown;
import dev.reelway.contracts.time.FrameRate;
import dev.reelway.contracts.time.Rational;
import dev.reelway.contracts.time.TickRuns;
import dev.reelway.media.scan.MeasuredCadence;
import dev.reelway.media.scan.MeasuredFields;
import dev.reelway.media.scan.PictureAnalysis;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PulldownRuleTest {

  private static final FrameRate VIDEO = FrameRate.of(30_000, 1001);
  private static final TickRuns TIMES = times(12);

  @ParameterizedTest
  @CsvSource({
    // fitting, contradicting, every picture looked at, rate, undone, worth a closer look
    "2, 0, true,  30000/1001, true,  true",
    "2, 0, true,  30,         true,  true",
    "1, 0, true,  30000/1001, false, false",
    "9, 1, true,  30000/1001, false, false",
    "9, 0, false, 30000/1001, false, true",
    "9, 0, true,  25,         false, true",
  })
  void constant_cadence_onlyWhenItIsClear(
      int fitting, int contradicting, boolean every, String rate, boolean undone, boolean closer) {
    PictureAnalysis picture =
        picture(every, new MeasuredCadence(FieldOrder.TOP_FIRST, 3, fitting, contradicting));

    assertThat(PulldownRule.constant(picture, FrameRate.parse(rate), TIMES).isPresent())
        .isEqualTo(undone);
    assertThat(PulldownRule.worthALook(picture)).isEqualTo(closer);
  }

  @ParameterizedTest
  @CsvSource({
    // pictures before the first cycle, pictures shown of 0 to 11
    "0, 0 1 2 4 5 6 7 9 10 11",
    "1, 0 1 2 3 5 6 7 8 10 11",
    "2, 1 2 3 4 6 7 8 9 11",
    "3, 0 2 3 4 5 7 8 9 10",
    "4, 0 1 3 4 5 6 8 9 10",
  })
  void frames_cycle_nameEachFilmPictureOnce(int firstCycle, String expected) {
    TickRuns shown = PulldownRule.frames(TIMES, pulldown(firstCycle));

    List<Long> numbers = LongStream.of(shown.toArray()).map(t -> t / 1001).boxed().toList();
    assertThat(numbers).hasToString("[" + expected.replace(" ", ", ") + "]");
  }

  /** Matroska rounds to milliseconds; the rhythm must survive hours of that. */
  @Test
  void number_roundedTimes_isThePicturesNumber() {
    Pulldown pulldown = new Pulldown(FieldOrder.TOP_FIRST, VIDEO, 7, 2);
    for (long n = 0; n < 400_000; n += 37) {
      long ticks = 7 + new Rational(n * 1001, 30).round();
      assertThat(pulldown.number(ticks, new Rational(1, 1000))).isEqualTo(n);
      assertThat(pulldown.position(n)).isEqualTo((int) ((n + 3) % 5));
    }
  }

  private static Pulldown pulldown(int firstCycle) {
    return new Pulldown(FieldOrder.TOP_FIRST, VIDEO, 0, firstCycle);
  }

  private static TickRuns times(int count) {
    return TickRuns.of(LongStream.range(0, count).map(n -> 1001 * n).toArray());
  }

  private static PictureAnalysis picture(boolean whole, MeasuredCadence cadence) {
    return new PictureAnalysis(
        whole,
        100,
        List.of(),
        List.of(),
        MeasuredFields.NONE,
        List.of(cadence),
        Optional.empty(),
        OptionalDouble.empty(),
        List.of());
  }
}
