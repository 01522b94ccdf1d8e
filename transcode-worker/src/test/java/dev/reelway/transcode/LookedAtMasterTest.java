package dev.reelway.transcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.master.FieldOrder;
import dev.reelway.contracts.master.Finding;
import dev.reelway.contracts.master.FindingCode;
import dev.reelway.contracts.master.Inspection;
import dev.reelway.contracts.master.Loudness;
import dev.reelway.contracts.master.MasterBytes;
import dev.reelway.contracts.master.SourceFiles;
import dev.reelway.contracts.master.SourceOptions;
import dev.reelway.ingest.inspect.MasterReader;
import dev.reelway.media.FileMaster;
import dev.reelway.media.process.InProcessMediaEngine;
import dev.reelway.media.testing.FfmpegProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Masters with known faults, made by FFmpeg, and what is said of them when they are read. */
final class LookedAtMasterTest {

  private static final Pattern STRETCH =
      Pattern.compile("(\\d+):(\\d\\d):(\\d\\d\\.\\d+)–(\\d+):(\\d\\d):(\\d\\d\\.\\d+)");
  private static final String MOVING = "testsrc2=s=320x180:r=25:d=12";
  private static final double FRAME = 0.041;
  private static final double PIECE = 0.101;

  @TempDir Path folder;

  @Test
  void read_cleanMaster_warnsOfNothing() throws Exception {
    Inspection inspection = read(master(picture(MOVING), stereo("0.2*sin(880*PI*t)")));

    assertThat(codes(inspection))
        .containsExactlyInAnyOrder(FindingCode.COLOUR_ASSUMED.code(), FindingCode.LOUDNESS.code());
  }

  @Test
  void read_blackInTheMiddle_namesItToTheFrame() throws Exception {
    String black = ",drawbox=t=fill:color=black:enable='between(n,100,149)'";

    assertStretch(
        read(master(picture(MOVING + black))), FindingCode.BLACK_STRETCH, 4.0, 6.0, FRAME);
  }

  @Test
  void read_blackAtTheStart_isAFact() throws Exception {
    String black = ",drawbox=t=fill:color=black:enable='lt(n,50)'";

    Inspection inspection = read(master(picture(MOVING + black)));

    assertStretch(inspection, FindingCode.BLACK_EDGE, 0, 2.0, FRAME);
    assertThat(codes(inspection)).doesNotContain(FindingCode.BLACK_STRETCH.code());
  }

  @Test
  void read_frozenPicture_namesItToTheFrame() throws Exception {
    String frozen = ",loop=loop=75:size=1:start=100,trim=end_frame=300";

    assertStretch(
        read(master(picture(MOVING + frozen))), FindingCode.FROZEN_STRETCH, 4.0, 7.04, FRAME);
  }

  @Test
  void read_fieldsInAFileThatSaysProgressive_becomeFrames() throws Exception {
    String woven =
        "testsrc2=s=320x240:r=50:d=4,tinterlace=interleave_bottom,setfield=prog,format=yuv420p";

    Inspection inspection = read(master(picture(woven)));

    assertThat(codes(inspection))
        .contains(FindingCode.INTERLACED_UNTAGGED.code(), FindingCode.DEINTERLACED.code());
    assertThat(inspection.video().orElseThrow().fieldOrder()).isEqualTo(FieldOrder.BOTTOM_FIRST);
    assertThat(inspection.video().orElseThrow().rate().toString()).isEqualTo("50");
  }

  @Test
  void read_letterbox_namesWhatIsLeft() throws Exception {
    Inspection inspection = read(master(picture(MOVING + ",pad=320:240:0:30")));

    assertThat(message(inspection, FindingCode.BARS))
        .contains("above and below")
        .contains("320 × 180");
  }

  @Test
  void read_enlargedPicture_looksEnlarged() throws Exception {
    String small = "mandelbrot=s=160x90:rate=25:start_scale=0.5,trim=duration=2";

    Inspection enlarged = read(master(picture(small + ",scale=640:360:flags=bicubic")));
    Inspection natural = read(master(picture(small.replace("160x90", "640x360"))));

    assertThat(codes(enlarged)).contains(FindingCode.UPSCALED_LOOK.code());
    assertThat(codes(natural)).doesNotContain(FindingCode.UPSCALED_LOOK.code());
  }

  @Test
  void read_silenceInside_namesIt() throws Exception {
    Inspection inspection =
        read(master(picture(MOVING), stereo("0.2*sin(880*PI*t)*(lt(t,3)+gte(t,9))")));

    assertStretch(inspection, FindingCode.SILENCE_STRETCH, 3.0, 9.0, PIECE);
  }

  @Test
  void read_clippedSquare_namesIt() throws Exception {
    String tone = "if(between(t,4,8),max(min(3*sin(400*PI*t),0.707),-0.707),0.3*sin(400*PI*t))";

    assertStretch(
        read(master(picture(MOVING), stereo(tone))), FindingCode.CLIPPING, 4.0, 8.0, PIECE);
  }

  @Test
  void read_troubleOnTwoSides_namesIt() throws Exception {
    String tone = "0.2*sin(880*PI*t)";

    assertThat(codes(read(master(picture(MOVING), sides(tone, "-" + tone)))))
        .contains(FindingCode.PHASE_INVERTED.code());
    assertThat(message(read(master(picture(MOVING), sides("0", tone))), FindingCode.ONE_SIDED))
        .contains("right side");
    assertThat(codes(read(master(picture(MOVING), sides("0", "0")))))
        .contains(FindingCode.SILENT_TRACK.code());
    assertThat(codes(read(master(picture(MOVING), stereo("0.1+" + tone)))))
        .contains(FindingCode.DC_OFFSET.code());
  }

  /** EBU Tech 3341: a stereo sine of 1 kHz with peaks of −23 dBFS has −23 LUFS. */
  @Test
  void read_referenceTone_measuresItsLoudness() throws Exception {
    Inspection inspection = read(master(picture(MOVING), stereo("0.0708*sin(2000*PI*t)")));

    Loudness loudness = inspection.audio().get(0).loudness().orElseThrow();
    assertThat(loudness.integratedLufs()).isCloseTo(-23, within(0.1));
    assertThat(loudness.truePeakDbtp()).isCloseTo(-23, within(0.2));
  }

  @Test
  void read_damagedMiddle_isRefusedWithTimeCodes() throws Exception {
    Path master = master(picture(MOVING), stereo("0.2*sin(880*PI*t)"));
    byte[] bytes = Files.readAllBytes(master);
    for (int i = bytes.length / 2; i < bytes.length / 2 + 2000; i++) {
      bytes[i] ^= 0x5a;
    }
    Files.write(master, bytes);

    assertThatThrownBy(() -> read(master))
        .isInstanceOf(ReelwayException.class)
        .hasMessageContaining("cannot be decoded at 0:00:0")
        .hasMessageFindingMatch(STRETCH.pattern());
    Inspection tolerated = read(master, SourceOptions.tolerating(true));
    assertThat(codes(tolerated)).contains(FindingCode.PICTURE_DAMAGED.code());
  }

  private static List<String> picture(String filter) {
    return List.of("-f", "lavfi", "-i", filter);
  }

  private static List<String> stereo(String tone) {
    return sides(tone, tone);
  }

  private static List<String> sides(String left, String right) {
    String filter = "aevalsrc=exprs='" + left + "|" + right + "':s=48000:d=12";
    return List.of("-f", "lavfi", "-i", filter, "-c:a", "pcm_s16le");
  }

  @SafeVarargs
  private Path master(List<String>... inputs) {
    List<String> words = new ArrayList<>();
    for (List<String> input : inputs) {
      words.addAll(input);
    }
    words.addAll(List.of("-pix_fmt", "yuv420p", "-t", "300"));
    Path file = folder.resolve("master-" + System.nanoTime() + ".mov");
    words.add(file.toString());
    FfmpegProgram.run(words);
    return file;
  }

  private static Inspection read(Path file) throws Exception {
    return read(file, SourceOptions.STRICT);
  }

  private static Inspection read(Path file, SourceOptions options) throws Exception {
    try (SourceFiles files = new OneFile(file)) {
      return new MasterReader(new InProcessMediaEngine()).read(files, options, done -> {});
    }
  }

  private static List<String> codes(Inspection inspection) {
    return inspection.findings().stream().map(Finding::code).distinct().toList();
  }

  private static String message(Inspection inspection, FindingCode code) {
    return inspection.findings().stream()
        .filter(finding -> finding.code().equals(code.code()))
        .map(Finding::message)
        .findFirst()
        .orElseThrow(() -> new AssertionError(code + " is not in " + inspection.findings()));
  }

  private static void assertStretch(
      Inspection inspection, FindingCode code, double from, double to, double tolerance) {
    Matcher stretch = STRETCH.matcher(message(inspection, code));
    assertThat(stretch.find()).isTrue();
    assertThat(seconds(stretch, 1)).isCloseTo(from, within(tolerance));
    assertThat(seconds(stretch, 4)).isCloseTo(to, within(tolerance));
    assertThat(stretch.find()).as("another stretch").isFalse();
  }

  private static double seconds(Matcher stretch, int group) {
    return Integer.parseInt(stretch.group(group)) * 3600
        + Integer.parseInt(stretch.group(group + 1)) * 60
        + Double.parseDouble(stretch.group(group + 2));
  }

  /** A master in a file, with nothing beside it. */
  private record OneFile(Path file, MasterBytes bytes) implements SourceFiles {

    OneFile(Path file) throws IOException {
      this(file, new FileMaster(file));
    }

    @Override
    public int count() {
      return 1;
    }

    @Override
    public String name(int number) {
      return "master.mov";
    }

    @Override
    public MasterBytes bytes(int number) {
      return bytes;
    }

    @Override
    public void close() throws IOException {
      bytes.close();
    }
  }
}
