package dev.reelway.ingest.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.time.FrameRate;
import dev.reelway.ingest.Scans;
import dev.reelway.media.scan.MasterScan;
import dev.reelway.media.task.AnalysisTask;
import org.junit.jupiter.api.Test;

final class AnalysisRuleTest {

  private static final FrameRate RATE = FrameRate.of(25, 1);

  @Test
  void task_shortMaster_looksAtEveryPicture() {
    AnalysisTask.Picture picture = picture(60, false);

    assertThat(picture.whole()).isTrue();
    assertThat(picture.frames().size()).isEqualTo(1500);
  }

  @Test
  void task_longMaster_looksAtKeysAndRunsOverTheWholeTitle() {
    AnalysisTask.Picture picture = picture(7200, false);

    assertThat(picture.whole()).isFalse();
    assertThat(picture.keys()).hasSizeBetween(5, 600).doesNotHaveDuplicates();
    assertThat(picture.stretches()).hasSize(5).doesNotHaveDuplicates();
    long lastStart = picture.stretches().get(4).start().presentationTicks();
    assertThat(picture.frames().indexFrom(lastStart)).isGreaterThan(7200 * 25 * 3 / 4);
    assertThat(picture.suspectFrames()).isPositive();
  }

  @Test
  void task_longMasterThoroughly_looksAtEveryPicture() {
    assertThat(picture(7200, true).whole()).isTrue();
  }

  @Test
  void task_oneKeyPicture_looksAtTheStart() {
    AnalysisTask.Picture picture = picture(7200, Integer.MAX_VALUE, false);

    assertThat(picture.keys()).hasSize(1);
    assertThat(picture.stretches()).hasSize(1);
  }

  private static AnalysisTask.Picture picture(int seconds, boolean thorough) {
    return picture(seconds, 25, thorough);
  }

  private static AnalysisTask.Picture picture(int seconds, int keyDistance, boolean thorough) {
    MasterScan scan = Scans.of(Scans.picture(RATE, seconds).keyEvery(keyDistance));
    return AnalysisRule.task(Scans.inspect(scan), scan, thorough).picture().orElseThrow();
  }
}
