package dev.reelway.ingest.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.master.FieldOrder;
import dev.reelway.contracts.time.FrameRate;
import dev.reelway.ingest.PictureScan;
import dev.reelway.ingest.Scans;
import dev.reelway.media.scan.MasterAnalysis;
import dev.reelway.media.scan.MasterScan;
import dev.reelway.media.scan.MeasuredCadence;
import dev.reelway.media.scan.MeasuredFields;
import dev.reelway.media.scan.PictureAnalysis;
import dev.reelway.media.task.AnalysisTask;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class SecondLookTest {

  private static final MeasuredFields WHOLE = new MeasuredFields(0, 0, 60, 0, 0);
  private static final MeasuredFields SPLIT = new MeasuredFields(60, 0, 0, 0, 0);
  private static final MeasuredCadence LASTING = new MeasuredCadence(FieldOrder.TOP_FIRST, 0, 5, 0);
  private static final MeasuredCadence BROKEN = new MeasuredCadence(FieldOrder.TOP_FIRST, 0, 5, 1);

  @Test
  void task_samplesShowALastingRhythm_isForEveryPictureAndNoSound() {
    AnalysisTask look = look(FieldOrder.PROGRESSIVE, samples(SPLIT, LASTING)).orElseThrow();

    assertThat(look.picture().orElseThrow().whole()).isTrue();
    assertThat(look.sound()).isEmpty();
  }

  @Test
  void task_rhythmThatBreaks_isNone() {
    assertThat(look(FieldOrder.TOP_FIRST, samples(SPLIT, BROKEN))).isEmpty();
  }

  @Test
  void task_wholePicturesInAFileThatSaysInterlaced_isThere() {
    assertThat(look(FieldOrder.TOP_FIRST, samples(WHOLE))).isPresent();
  }

  @Test
  void task_wholePicturesInAFileThatSaysSo_isNone() {
    assertThat(look(FieldOrder.PROGRESSIVE, samples(WHOLE))).isEmpty();
  }

  @Test
  void task_pictureThatWasSeenWhole_isNone() {
    assertThat(look(FieldOrder.TOP_FIRST, seen(true, WHOLE, LASTING))).isEmpty();
  }

  private static Optional<AnalysisTask> look(FieldOrder declared, PictureAnalysis first) {
    PictureScan picture = Scans.picture(FrameRate.of(30_000, 1001), 600).fields(declared);
    MasterScan scan = Scans.of(picture, Scans.sound(1, "eng", 600));
    return SecondLook.task(
        Scans.inspect(scan), scan, new MasterAnalysis(Optional.of(first), List.of()));
  }

  private static PictureAnalysis samples(MeasuredFields fields, MeasuredCadence... cadences) {
    return seen(false, fields, cadences);
  }

  private static PictureAnalysis seen(
      boolean whole, MeasuredFields fields, MeasuredCadence... cadences) {
    return new PictureAnalysis(
        whole,
        100,
        List.of(),
        List.of(),
        fields,
        List.of(cadences),
        Optional.empty(),
        OptionalDouble.empty(),
        List.of());
  }
}
