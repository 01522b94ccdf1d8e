package dev.reelway.transcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.master.VideoStream;
import dev.reelway.media.process.InProcessMediaEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers that ask for far more memory or pictures than the bytes behind them can hold. */
final class HugeHeadersTest {

  private static final byte SEQUENCE_HEADER = (byte) 0xb3;
  private static final byte EXTENSION = (byte) 0xb5;

  @TempDir Path folder;
  private MadeMasters masters;

  @BeforeEach
  void prepare() {
    masters = new MadeMasters(folder);
  }

  /** A picture of 16383 × 16383, by its own header in every container. */
  @ParameterizedTest
  @ValueSource(strings = {"huge.mp4", "huge.mkv", "huge.ts", "huge.mpg"})
  void plan_picturesOf268Megapixels_isRefused(String name) throws IOException {
    Path master = masters.of(name, "testsrc2=size=64x64:rate=25:duration=1", "-c:v", "mpeg2video");
    byte[] bytes = Files.readAllBytes(master);
    enlarge(bytes);
    Files.write(master, bytes);

    ReelwayException failure = refusal(master);

    assertThat(failure.kind().fault()).isEqualTo(FailureKind.Fault.MASTER);
    assertThat(failure.getMessage()).doesNotContain("\n").endsWith(".");
  }

  @Test
  void plan_pictureOf100Megapixels_isRefusedWithItsSize() {
    String source = "color=black:size=16384x6144:rate=25,trim=end_frame=1,format=gray";
    Path master = masters.of("poster.mov", source, "-c:v", "png", "-compression_level", "1");

    ReelwayException failure = refusal(master);

    assertThat(failure.kind()).isEqualTo(FailureKind.MASTER_UNSUPPORTED);
    assertThat(failure.getMessage()).contains("size");
  }

  @Test
  void plan_timeStampsOf100000PicturesASecond_isRefused() {
    Path master =
        masters.of(
            "fast.mp4",
            "testsrc2=size=64x64:rate=100000,trim=end_frame=50",
            "-c:v",
            "libx264",
            "-bf",
            "0");

    ReelwayException failure = refusal(master);

    assertThat(failure.kind()).isEqualTo(FailureKind.MASTER_UNSUPPORTED);
    assertThat(failure.getMessage()).contains("pictures a second, but at most 1000");
  }

  /** Only the codec's header says so; the time stamps are those of 25 pictures a second. */
  @ParameterizedTest
  @ValueSource(strings = {"lie.mp4", "lie.mkv", "lie.ts"})
  void plan_headerOf100000PicturesASecond_isNotBelieved(String name) throws InterruptedException {
    Path master =
        masters.of(
            name,
            "testsrc2=size=64x64:rate=25:duration=2",
            "-c:v",
            "libx264",
            "-bsf:v",
            "h264_metadata=tick_rate=200000");

    VideoStream video =
        Plans.plan(new InProcessMediaEngine(), master, Plans.ladder(1, 60, 64), false)
            .inspection()
            .video()
            .orElseThrow();

    assertThat(video.rate().toString()).isEqualTo("25");
    assertThat(video.frameMap().size()).isEqualTo(50);
  }

  private static ReelwayException refusal(Path master) {
    return catchThrowableOfType(
        ReelwayException.class,
        () -> Plans.plan(new InProcessMediaEngine(), master, Plans.ladder(1, 60, 64), false));
  }

  /** All bits of the size in sequence headers (6.2.2.1) and their extensions (6.2.2.3). */
  private static void enlarge(byte[] bytes) {
    for (int i = 0; i + 7 < bytes.length; i++) {
      boolean start = bytes[i] == 0 && bytes[i + 1] == 0 && bytes[i + 2] == 1;
      if (start && bytes[i + 3] == SEQUENCE_HEADER) {
        bytes[i + 4] = (byte) 0xff;
        bytes[i + 5] = (byte) 0xff;
        bytes[i + 6] = (byte) 0xff;
      } else if (start && bytes[i + 3] == EXTENSION && bytes[i + 4] >> 4 == 1) {
        bytes[i + 5] = (byte) (bytes[i + 5] | 0x01);
        bytes[i + 6] = (byte) (bytes[i + 6] | 0xe0);
      }
    }
  }
}
