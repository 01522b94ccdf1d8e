package dev.reelway.media.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.reelway.contracts.master.ClockMap;
import dev.reelway.contracts.master.SeekPoint;
import dev.reelway.contracts.time.Rational;
import dev.reelway.media.FileMaster;
import dev.reelway.media.scan.MasterScan;
import dev.reelway.media.scan.PictureAnalysis;
import dev.reelway.media.scan.StreamScan;
import dev.reelway.media.scan.Stretch;
import dev.reelway.media.task.AnalysisTask;
import dev.reelway.media.task.ScanTask;
import dev.reelway.media.testing.FfmpegProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A minute with six seconds of black from 20 s on, which samples must find as a whole look does.
 */
final class AnalysisJobTest {

  private static final int FRAMES = 1500;

  @TempDir static Path folder;
  private static Path file;
  private static StreamScan stream;

  @BeforeAll
  static void makeMaster() throws IOException {
    FFmpegLog.sendTo(line -> {});
    file = folder.resolve("master.mp4");
    String black = ",drawbox=t=fill:color=black:enable='between(n,500,649)'";
    String picture = "testsrc2=s=160x90:r=25:d=60" + black + ",format=yuv420p";
    FfmpegProgram.run(
        List.of("-f", "lavfi", "-i", picture, "-g", "50", "-preset", "veryfast", file.toString()));
    try (FileMaster bytes = new FileMaster(file)) {
      MasterScan scan = new ScanJob(bytes, new ScanTask(List.of(), OptionalLong.empty())).run();
      stream = scan.streams().get(0);
    }
  }

  @Test
  void run_whole_looksAtEveryPicture() throws IOException {
    PictureAnalysis picture = analyse(List.of(), List.of(), 0);

    assertThat(picture.whole()).isTrue();
    assertThat(picture.frames()).isEqualTo(FRAMES);
    assertBlack(picture, 20, 26, 0.001);
    assertThat(picture.damage()).isEmpty();
    assertThat(picture.fields().determined()).isPositive();
  }

  @Test
  void run_samples_findsTheSameBlackInFewPictures() throws IOException {
    PictureAnalysis picture = analyse(keys(), runs(), FRAMES);

    assertThat(picture.whole()).isFalse();
    assertThat(picture.frames()).isLessThan(FRAMES / 2);
    assertBlack(picture, 20, 26, 0.001);
    assertThat(picture.damage()).isEmpty();
    assertThat(picture.content()).contains(new PictureAnalysis.Box(0, 0, 159, 89));
  }

  @Test
  void run_samplesWithoutFramesForSuspects_knowsTheBlackByKeyPictures() throws IOException {
    PictureAnalysis picture = analyse(keys(), runs(), 0);

    assertBlack(picture, 20, 26, 2);
  }

  @Test
  void run_twice_measuresTheSame() throws IOException {
    assertThat(analyse(keys(), runs(), FRAMES)).isEqualTo(analyse(keys(), runs(), FRAMES));
  }

  private static List<SeekPoint> keys() {
    return stream.video().orElseThrow().seekPoints();
  }

  private static List<AnalysisTask.Run> runs() {
    SeekPoint start = keys().get(keys().size() - 2);
    return List.of(new AnalysisTask.Run(start, start.presentationTicks() + 1));
  }

  private static PictureAnalysis analyse(
      List<SeekPoint> keys, List<AnalysisTask.Run> runs, long suspectFrames) throws IOException {
    AnalysisTask.Picture picture =
        new AnalysisTask.Picture(
            stream.index(),
            stream.video().orElseThrow().presentationTimes(),
            keys,
            runs,
            suspectFrames);
    AnalysisTask task =
        new AnalysisTask(
            ClockMap.EVEN, Optional.of(picture), List.of(), Rational.ZERO, Rational.of(60));
    List<Long> progress = new ArrayList<>();
    try (FileMaster bytes = new FileMaster(file)) {
      PictureAnalysis result =
          new AnalysisJob(bytes, task, progress::add).run().picture().orElseThrow();
      assertThat(progress).isNotEmpty().isSorted();
      return result;
    }
  }

  private static void assertBlack(
      PictureAnalysis picture, double from, double to, double tolerance) {
    assertThat(picture.black()).hasSize(1);
    Stretch black = picture.black().get(0);
    assertThat(black.from().toDouble()).isCloseTo(from, within(tolerance));
    assertThat(black.to().toDouble()).isCloseTo(to, within(tolerance));
  }
}
