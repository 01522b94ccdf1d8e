package dev.reelway.transcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.reelway.contracts.master.Finding;
import dev.reelway.contracts.master.Inspection;
import dev.reelway.contracts.plan.AudioPlan;
import dev.reelway.contracts.plan.EncodePlan;
import dev.reelway.contracts.plan.RungPlan;
import dev.reelway.contracts.time.Rational;
import dev.reelway.media.MediaEngine;
import dev.reelway.media.process.InProcessMediaEngine;
import dev.reelway.media.testing.FfmpegProgram;
import dev.reelway.platform.storage.MemoryObjectStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Masters that are not one even run of plain pictures. */
class AwkwardMastersTest {

  private static final String PICTURE = "testsrc2=size=192x128:rate=25:duration=3";
  private static final String[] H264 = {"-c:v", "libx264", "-g", "30", "-bf", "2"};

  private final MediaEngine engine = new InProcessMediaEngine();

  @TempDir Path folder;
  private MadeMasters masters;

  @BeforeEach
  void prepare() {
    masters = new MadeMasters(folder);
  }

  @Test
  void encode_clockJumpsForwardAndBack_goesOnWithTheNextFrame()
      throws IOException, InterruptedException {
    List<Path> parts = new ArrayList<>();
    for (String start : List.of("100", "5000", "20", "21")) {
      parts.add(
          masters.with(
              start + ".ts",
              List.of(
                  "-f",
                  "lavfi",
                  "-i",
                  PICTURE + ",hue=h=" + start,
                  "-f",
                  "lavfi",
                  "-i",
                  "sine=d=3"),
              "-c:v",
              "libx264",
              "-g",
              "30",
              "-c:a",
              "aac",
              "-output_ts_offset",
              start));
    }
    Path master = masters.joined("jumps.ts", parts.toArray(new Path[0]));

    LosslessRun run = LosslessRun.of(engine, master, folder);

    List<String> expected = new ArrayList<>();
    for (Path part : parts) {
      FfmpegProgram.pictures(part, "null").forEach(picture -> expected.add(picture.hash()));
    }
    assertThat(run.actual()).hasSize(300).isEqualTo(expected);
    assertThat(codes(plan(master))).contains("CLOCK_JUMPS").doesNotContain("RATE_VARIABLE");
  }

  @Test
  void encode_recordingsJoined_soundStaysBesideThePicture()
      throws IOException, InterruptedException {
    String click = "aevalsrc='if(between(t,1,1.01),0.8*sin(6000*t),0)':s=48000:d=";
    List<Path> parts = new ArrayList<>();
    for (String seconds :
        List.of("2.016", "2")) { // the first one's sound is longer than its picture
      parts.add(
          masters.with(
              seconds + ".ts",
              List.of(
                  "-f",
                  "lavfi",
                  "-i",
                  PICTURE + ",trim=end=2",
                  "-f",
                  "lavfi",
                  "-i",
                  click + seconds),
              "-c:v",
              "libx264",
              "-c:a",
              "mp2"));
    }
    Path master = masters.joined("joined.ts", parts.toArray(new Path[0]));
    EncodePlan plan = plan(master);

    float[] sound;
    try (MemoryObjectStore store = new MemoryObjectStore()) {
      Title title = new Title(plan, master, engine, store, folder.resolve("scratch"));
      AudioPlan track = plan.audio().get(0);
      Path file = folder.resolve("sound.mp4");
      sound = FfmpegProgram.sound(title.join(track.track(), List.of(title.encode(track)), file));
    }

    int first = firstHeard(sound, 0);
    int second = firstHeard(sound, first + 48_000);
    assertThat(second - first).isCloseTo(2 * 48_000, within(48));
  }

  private static int firstHeard(float[] sound, int from) {
    int at = from;
    while (Math.abs(sound[at]) < 0.3) {
      at++;
    }
    return at;
  }

  @Test
  void inspect_aviWithReorderedPictures_firstPictureBelongsToTheFirstSound()
      throws InterruptedException {
    Path master =
        masters.with(
            "reordered.avi",
            List.of("-f", "lavfi", "-i", PICTURE, "-f", "lavfi", "-i", "sine=d=3"),
            "-c:v",
            "libx264",
            "-bf",
            "2",
            "-c:a",
            "pcm_s16le");

    Inspection inspection = plan(master).inspection();

    assertThat(inspection.originSeconds()).isEqualTo(Rational.ZERO);
    assertThat(inspection.video().orElseThrow().frameMap().size()).isEqualTo(75);
  }

  @Test
  void inspect_soundEndsInsideASample_isNoDamage() throws IOException, InterruptedException {
    Path whole =
        masters.with("whole.wav", List.of("-f", "lavfi", "-i", "sine=d=1"), "-c:a", "pcm_s24le");
    byte[] bytes = Files.readAllBytes(whole);
    Path master = Files.write(folder.resolve("odd.wav"), Arrays.copyOf(bytes, bytes.length - 1));

    assertThat(codes(plan(master))).doesNotContain("SOUND_DAMAGED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "90", "180", "270"})
  void encode_mirroredAndTurned_isWhatAPlayerShows(String degrees)
      throws IOException, InterruptedException {
    Path plain = masters.of("plain.mp4", PICTURE, H264);
    Path master =
        masters.with(
            "mirrored.mp4",
            List.of("-display_rotation", degrees, "-display_hflip", "-i", plain.toString()),
            "-c",
            "copy");

    LosslessRun run = LosslessRun.of(engine, master, folder);

    assertThat(run.actual()).hasSize(75).isEqualTo(run.expected());
    assertThat(codes(plan(master))).contains("MIRRORED");
  }

  @Test
  void encode_laterPictureHasAnotherShape_getsBlackBars() throws IOException, InterruptedException {
    Path wide = masters.of("wide.ts", "color=white:size=256x144:rate=25:duration=2", H264);
    Path square =
        masters.of(
            "square.ts",
            "color=white:size=144x144:rate=25:duration=2",
            "-c:v",
            "libx264",
            "-output_ts_offset",
            "2");
    Path master = masters.joined("shapes.ts", wide, square);

    Path joined = encode(master);

    assertThat(FfmpegProgram.brightness(joined)).hasSize(100).startsWith(255);
    byte[] line = lineOf(joined, 80);
    assertThat(line).hasSize(256);
    assertThat(line[54]).isZero();
    assertThat(line[56]).isEqualTo((byte) 255);
    assertThat(line[199]).isEqualTo((byte) 255);
    assertThat(line[201]).isZero();
  }

  @Test
  void encode_halfTransparentWhite_isGrey() throws IOException, InterruptedException {
    for (String format : List.of("rgba", "yuva444p10le")) {
      String[] codec =
          format.equals("rgba") ? new String[] {"-c:v", "png"} : new String[] {"-c:v", "prores_ks"};
      Path master =
          masters.of(
              format + ".mov",
              "color=white@0.5:size=96x96:rate=25:duration=1,format=" + format,
              codec);

      Path joined = encode(master);

      assertThat(FfmpegProgram.brightness(joined)).allMatch(value -> Math.abs(value - 128) <= 2);
      assertThat(codes(plan(master))).contains("ALPHA_OVER_BLACK");
    }
  }

  /** The first line of picture {@code number}, as shown. */
  private static byte[] lineOf(Path file, int number) {
    String filter = "select=eq(n\\,%d),crop=iw:2:0:0,format=gray,crop=iw:1:0:0".formatted(number);
    return FfmpegProgram.run(
        List.of("-i", file.toString(), "-vf", filter, "-frames:v", "1", "-f", "rawvideo", "-"));
  }

  private Path encode(Path master) throws IOException, InterruptedException {
    EncodePlan plan = Plans.lossless(Plans.finelyChunked(plan(master)));
    RungPlan rung = plan.rungs().get(0);
    try (MemoryObjectStore store = new MemoryObjectStore()) {
      Title title = new Title(plan, master, engine, store, folder.resolve("scratch"));
      return title.join(rung.track(), title.encodePicture(), folder.resolve("joined.mp4"));
    }
  }

  private EncodePlan plan(Path master) throws InterruptedException {
    return Plans.plan(engine, master, Plans.ladder(1, 60, 2160), false);
  }

  private static List<String> codes(EncodePlan plan) {
    return plan.inspection().findings().stream().map(Finding::code).toList();
  }
}
