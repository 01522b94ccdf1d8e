package dev.reelway.ingest.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.master.FieldOrder;
import dev.reelway.contracts.master.FindingCode;
import dev.reelway.contracts.master.Inspection;
import dev.reelway.contracts.master.SourceOptions;
import dev.reelway.contracts.master.VideoStream;
import dev.reelway.contracts.time.Rational;
import dev.reelway.ingest.PictureScan;
import dev.reelway.ingest.Scans;
import dev.reelway.media.scan.MasterAnalysis;
import dev.reelway.media.scan.MeasuredFields;
import dev.reelway.media.scan.PictureAnalysis;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file says, or seems to say, and cannot mean. */
final class UnbelievableTagsTest {

  @ParameterizedTest
  @CsvSource({"1000, 1, false", "1, 200, false", "5, 1, false", "4, 1, true", "32, 11, true"})
  void inspect_shapeOfPixels_isOnlyBelievedWhenItCanBe(long wide, long high, boolean believed) {
    Inspection inspection = Scans.inspect(new PictureScan().aspect(wide, high));

    assertThat(inspection.video().orElseThrow().sampleAspectRatio())
        .isEqualTo(believed ? new Rational(wide, high) : Rational.ONE);
    assertThat(has(inspection, FindingCode.PIXEL_SHAPE_IGNORED)).isEqualTo(!believed);
  }

  @Test
  void inspect_turnedPictureThatLooksLikeFields_staysWhole() {
    assertThat(order(new PictureScan().rotation(90))).isEqualTo(FieldOrder.PROGRESSIVE);
    assertThat(order(new PictureScan().size(1080, 1920))).isEqualTo(FieldOrder.PROGRESSIVE);
    assertThat(order(new PictureScan().rotation(180))).isEqualTo(FieldOrder.BOTTOM_FIRST);
  }

  @Test
  void inspect_onePictureWithLongerSound_isShownToItsEnd() {
    Inspection inspection = Scans.inspect(new PictureScan().ticks(0), Scans.sound(1, "eng", 7200));

    VideoStream video = inspection.video().orElseThrow();
    assertThat(inspection.durationSeconds()).isEqualTo(Rational.of(7200));
    assertThat(video.frameMap().size()).isEqualTo(7200 * 25);
    assertThat(has(inspection, FindingCode.SOUND_LONGER)).isFalse();
  }

  private static boolean has(Inspection inspection, FindingCode code) {
    return inspection.findings().stream().anyMatch(finding -> finding.code().equals(code.code()));
  }

  private static FieldOrder order(PictureScan picture) {
    PictureAnalysis combed =
        new PictureAnalysis(
            true,
            100,
            List.of(),
            List.of(),
            new MeasuredFields(0, 100, 0, 0, 0),
            List.of(),
            Optional.empty(),
            OptionalDouble.empty(),
            List.of());
    ScannedFile file = new ScannedFile(Scans.MASTER, Scans.of(picture));
    return MasterInspector.inspect(
            file,
            List.of(),
            SourceOptions.STRICT,
            Optional.of(new MasterAnalysis(Optional.of(combed), List.of())))
        .video()
        .orElseThrow()
        .fieldOrder();
  }
}
