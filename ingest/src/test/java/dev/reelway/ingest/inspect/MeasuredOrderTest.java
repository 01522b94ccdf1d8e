package dev.reelway.ingest.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.master.FieldOrder;
import dev.reelway.media.scan.MeasuredFields;
import dev.reelway.media.scan.PictureAnalysis;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counts as FFmpeg gave them for real masters, and the borders. */
final class MeasuredOrderTest {

  @ParameterizedTest
  @CsvSource({
    // top first, bottom first, whole, undetermined, every picture looked at, order
    "118,   0,  32,   0, true,  TOP_FIRST", // woven 1080i
    " 95,   0,  25,   0, false, TOP_FIRST", // woven 480i
    "  0, 118,  32,   0, false, BOTTOM_FIRST",
    " 13,  17, 851, 372, true,  ", // a trailer of whole pictures with hard cuts
    "  3,   3,   0, 219, true,  ", // black
    "  9,  30,   4, 158, true,  ", // a test picture that moves little
    " 40,   0,  60,   0, true,  ", // telecine: two of five
    " 60,  60,   0,   0, true,  ", // both orders
    " 19,   0,   0,   0, true,  ", // too few
    "  0,   0,  50,   9, true,  PROGRESSIVE",
    "  0,   0,  50,   9, false, ", // not all were looked at
    "  1,   0, 199,   0, true,  PROGRESSIVE",
    "  2,   0, 199,   0, true,  ",
  })
  void of_counts_saysOnlyWhatIsClear(
      long top, long bottom, long whole, long undetermined, boolean every, FieldOrder expected) {
    MeasuredFields fields = new MeasuredFields(top, bottom, whole, undetermined, 0);
    PictureAnalysis picture =
        new PictureAnalysis(
            every,
            top + bottom + whole + undetermined,
            List.of(),
            List.of(),
            fields,
            List.of(),
            Optional.empty(),
            OptionalDouble.empty(),
            List.of());

    assertThat(MeasuredOrder.of(picture)).isEqualTo(Optional.ofNullable(expected));
  }
}
