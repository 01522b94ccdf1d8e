package dev.reelway.transcode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.media.process.InProcessMediaEngine;
import dev.reelway.media.testing.FfmpegProgram;
import dev.reelway.media.testing.SmallMasters;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Chunks that are cut anywhere join to exactly the frames of the master. */
class FrameExactnessTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "open-gop-h264.mp4, 200",
    "open-gop-hevc.mp4, 200",
    "h264.ts, 200",
    "starts-mid-gop.ts, 90",
    "vfr.mp4, 216",
    "edit-list.mp4, 167",
    "single-keyframe.mp4, 210",
    "fragmented.mp4, 200",
    "ms-time-stamps.mkv, 180",
    "422-10-bit.mov, 125",
    "rotated.mp4, 125",
    "sixty-fps.mp4, 241",
    "early-sound.mp4, 210",
    "odd-size.webm, 120",
    "no-time-stamps.avi, 125",
  })
  void encode_chunksOfTheMaster_joinToItsExactFrames(String master, int frames)
      throws IOException, InterruptedException {
    LosslessRun run = LosslessRun.of(new InProcessMediaEngine(), SmallMasters.path(master), folder);

    assertThat(run.chunks()).isGreaterThanOrEqualTo(3);
    assertThat(run.actual()).hasSize(frames).isEqualTo(run.expected());
  }

  @Test
  void encode_masterWithTimeStampsInDecodeOrder_showsEveryFrameInOrder()
      throws IOException, InterruptedException {
    LosslessRun run =
        LosslessRun.of(
            new InProcessMediaEngine(), SmallMasters.path("wrong-time-stamps.mp4"), folder);

    List<String> linear =
        FfmpegProgram.pictures(SmallMasters.path("wrong-time-stamps.mp4"), "null").stream()
            .map(FfmpegProgram.Picture::hash)
            .toList();
    assertThat(run.actual().stream().distinct().toList()).hasSize(125).isEqualTo(linear);
  }
}
