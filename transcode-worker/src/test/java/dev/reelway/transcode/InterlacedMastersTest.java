package dev.reelway.transcode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.plan.Profile;
import dev.reelway.media.process.InProcessMediaEngine;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Chunks of interlaced masters join to what one run of bwdif over the whole master gives. */
class InterlacedMastersTest {

  private static final String UPPER_FIRST =
      "testsrc2=size=192x128:rate=60000/1001:duration=4,tinterlace=interleave_top,setfield=tff";
  private static final String LOWER_FIRST =
      "testsrc2=size=192x128:rate=50:duration=4,tinterlace=interleave_bottom,setfield=bff";

  @TempDir Path folder;
  private MadeMasters masters;

  @BeforeEach
  void prepare() {
    masters = new MadeMasters(folder);
  }

  private Path master(String name) {
    return switch (name) {
      case "mpeg2.ts" ->
          masters.of(name, UPPER_FIRST, words("-c:v mpeg2video -flags +ildct+ilme -g 15 -bf 2"));
      case "h264.mp4" ->
          masters.of(name, LOWER_FIRST, words("-c:v libx264 -x264-params bff=1:keyint=40"));
      case "prores.mov" -> masters.of(name, UPPER_FIRST, words("-c:v prores_ks -flags +ildct"));
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static String[] words(String line) {
    return line.split(" ");
  }

  @ParameterizedTest
  @CsvSource({"mpeg2.ts, 240", "h264.mp4, 200", "prores.mov, 240"})
  void encode_fields_equalAnUnchunkedRun(String name, int frames)
      throws IOException, InterruptedException {
    LosslessRun run = LosslessRun.of(new InProcessMediaEngine(), master(name), folder);

    assertThat(run.chunks()).isGreaterThanOrEqualTo(2);
    assertThat(run.actual()).hasSize(frames).isEqualTo(run.expected());
  }

  @Test
  void encode_frames_areTheFirstFields() throws IOException, InterruptedException {
    Profile profile = Plans.with(Plans.ladder(1, 60, 2160), Profile.Interlaced.FRAMES);

    LosslessRun run =
        LosslessRun.of(new InProcessMediaEngine(), master("mpeg2.ts"), folder, profile);

    assertThat(run.actual()).hasSize(120).isEqualTo(run.expected());
  }
}
