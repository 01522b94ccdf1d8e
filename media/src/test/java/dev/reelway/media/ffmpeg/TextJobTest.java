package dev.reelway.media.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.master.ClockMap;
import dev.reelway.contracts.master.TrackRole;
import dev.reelway.contracts.plan.TextFormat;
import dev.reelway.contracts.plan.TextPlan;
import dev.reelway.contracts.time.FrameRate;
import dev.reelway.contracts.time.Rational;
import dev.reelway.contracts.time.SegmentGrid;
import dev.reelway.media.FileMaster;
import dev.reelway.media.process.InProcessMediaEngine;
import dev.reelway.media.scan.MasterScan;
import dev.reelway.media.scan.StreamScan;
import dev.reelway.media.task.TextTask;
import dev.reelway.media.testing.CaptionedPictures;
import dev.reelway.media.testing.FfmpegProgram;
import dev.reelway.media.text.cue.Cue;
import dev.reelway.media.text.write.TextPart;
import dev.reelway.media.text.write.TitleCues;
import dev.reelway.media.text.write.TitleCues.TimedCue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text and captions out of real files. */
class TextJobTest {

  private final InProcessMediaEngine engine = new InProcessMediaEngine();

  @TempDir Path folder;

  @Test
  void run_captionsOfARecordingWhoseClockJumps_goOnWithThePicture() throws IOException {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (int start : new int[] {100, 5000, 20}) {
      Path part = new CaptionedPictures(75).caption(25, 50, "At " + start).writeTo(file("p.h264"));
      String[] offset = {"-output_ts_offset", Integer.toString(start)};
      joined.writeBytes(Files.readAllBytes(encoded(part, "part.ts", "libx264", offset)));
    }
    Path master = Files.write(file("jumps.ts"), joined.toByteArray());

    assertThat(cues(master, 0))
        .containsExactly("1000-2000 At 100", "4000-5000 At 5000", "7000-8000 At 20");
  }

  @ParameterizedTest
  @CsvSource({
    "libx264, a.mp4",
    "libx264, a.mkv",
    "libx265, a.mp4",
    "libx265, a.ts",
    "mpeg2video, a.ts",
    "mpeg2video, a.mpg",
    "mpeg2video, a.vob",
    "mpeg2video, a.mxf"
  })
  void run_captionsInPictures_areThoseThatWerePutThere(String encoder, String name)
      throws IOException {
    Path bare =
        new CaptionedPictures(125)
            .caption(25, 50, "Hello!")
            .caption(75, 100, "Over there")
            .writeTo(file("bare.h264"));

    Path master = encoded(bare, name, encoder, "-bf", "2", "-g", "25");

    assertThat(cues(master, 0)).containsExactly("1000-2000 Hello!", "3000-4000 Over there");
  }

  @ParameterizedTest
  @ValueSource(strings = {"late.mp4", "late.mkv", "late.ts"})
  void run_captionsThatBeginLate_areFound(String name) throws IOException {
    Path bare = new CaptionedPictures(50).caption(25, 40, "Late").writeTo(file("bare.h264"));
    List<String> words = new ArrayList<>(List.of("-f", "lavfi", "-i"));
    words.add("testsrc2=size=128x96:rate=25:duration=8");
    words.addAll(List.of("-i", bare.toString(), "-filter_complex", "[0][1]concat=n=2"));
    words.addAll(List.of("-c:v", "libx264", "-a53cc", "1", "-preset", "ultrafast", "-g", "25"));
    words.add(file(name).toString());
    FfmpegProgram.run(words);

    assertThat(cues(file(name), 0)).containsExactly("9000-9600 Late");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "2"})
  void run_captionTrackOfQuickTime_isReadLikeCaptionsInPictures(String offset) throws IOException {
    Path captions =
        Files.writeString(
            file("captions.scc"),
            """
            Scenarist_SCC V1.0

            00:00:01:00\t9420 9420 9470 9470 c8e9 a180 942f 942f

            00:00:02:15\t942c 942c

            00:00:03:00\t9420 9420 9470 9470 57ef f2ec 6480 942f 942f

            00:00:04:00\t942c 942c
            """);

    Path master = muxed(captions, "copy", "captions.mov", "-output_ts_offset", offset);

    assertThat(cues(master, 1)).containsExactly("1000-2495 Hi!", "3000-4000 World");
  }

  @ParameterizedTest
  @CsvSource({
    "mov_text, a.mp4, 0",
    "mov_text, a.mov, 2",
    "ttml, a.mp4, 0",
    "ttml, a.mp4, 2",
    "subrip, a.mkv, 2"
  })
  void run_textTracks_haveTheTimesOfTheSource(String codec, String name, String offset)
      throws IOException {
    Path text =
        Files.writeString(
            file("text.srt"),
            """
            1
            00:00:00,000 --> 00:00:00,501
            Größe

            2
            00:00:01,999 --> 00:00:03,001
            über eine Grenze
            """);

    Path master = muxed(text, codec, name, "-output_ts_offset", offset);

    assertThat(cues(master, 1)).containsExactly("0-501 Größe", "1999-3001 über eine Grenze");
  }

  @ParameterizedTest
  @EnumSource(value = TextFormat.class, names = "WEBVTT", mode = EnumSource.Mode.EXCLUDE)
  void run_fragmentedTextCutAtBoundaries_isWholeAgain(TextFormat format) throws IOException {
    TextPlan plan =
        new TextPlan("t", "", 0, 0, 0, "deu", TrackRole.MAIN, false, format, Rational.ZERO);
    List<TimedCue> cues =
        List.of(
            new TimedCue(0, 501, "", "eins"),
            new TimedCue(999, 3001, "", "<i>über</i>\nzwei Grenzen"),
            new TimedCue(1500, 1600, "", "zugleich"),
            new TimedCue(4000, 5000, "", "Ende"));
    SegmentGrid grid = new SegmentGrid(FrameRate.of(25, 1), 25, 25, 125);
    TextPart.write(file("part.mp4"), plan, grid, new TitleCues(cues, 0, 0));

    try (FileMaster bytes = new FileMaster(file("part.mp4"))) {
      List<Cue> read = engine.readText(bytes, new TextTask(0, 0, ClockMap.EVEN)).cues();
      assertThat(read.stream().map(cue -> line(cue, Rational.ZERO)))
          .containsExactly(
              "0-501 eins",
              "999-3001 <i>über</i>\nzwei Grenzen",
              "1500-1600 zugleich",
              "4000-5000 Ende");
    }
  }

  @Test
  void run_editListThatBeginsInsideAText_shiftsAllAlike() throws IOException {
    Path text =
        Files.writeString(
            file("text.srt"),
            """
            1
            00:00:00,500 --> 00:00:01,700
            cut

            2
            00:00:03,499 --> 00:00:03,501
            short

            3
            00:00:04,500 --> 00:00:04,600
            of another length in the copy
            """);
    Path whole = muxed(text, "mov_text", "whole.mp4");
    List<String> words = new ArrayList<>(List.of("-ss", "1.52", "-i", whole.toString()));
    words.addAll(List.of("-map", "0", "-c", "copy", file("cut.mp4").toString()));
    FfmpegProgram.run(words);

    assertThat(cues(file("cut.mp4"), 1)).startsWith("-1020-180 cut", "1979-1981 short");
  }

  private Path muxed(Path text, String codec, String name, String... options) {
    List<String> words = new ArrayList<>(List.of("-f", "lavfi", "-i"));
    words.addAll(List.of("testsrc2=size=128x96:rate=25:duration=5", "-i", text.toString()));
    words.addAll(List.of("-map", "0", "-map", "1", "-c:v", "libx264", "-preset", "ultrafast"));
    words.addAll(List.of("-g", "25", "-c:s", codec));
    words.addAll(List.of(options));
    words.add(file(name).toString());
    FfmpegProgram.run(words);
    return file(name);
  }

  private Path encoded(Path input, String name, String encoder, String... options) {
    List<String> words = new ArrayList<>(List.of("-i", input.toString(), "-c:v", encoder));
    words.addAll(List.of("-a53cc", "1", "-preset", "ultrafast"));
    words.addAll(List.of("-x265-params", "log-level=none"));
    words.addAll(List.of(options));
    words.add(file(name).toString());
    FfmpegProgram.run(words);
    return file(name);
  }

  private Path file(String name) {
    return folder.resolve(name);
  }

  /** {@code 1000-2000 text} in milliseconds from the first picture on. */
  private List<String> cues(Path master, int stream) throws IOException {
    try (FileMaster bytes = new FileMaster(master)) {
      MasterScan scan = engine.scan(bytes);
      StreamScan picture = scan.streams().get(0);
      Rational origin = picture.timeBase().times(picture.firstTicks());
      int channel = scan.streams().get(stream).captions().channels().stream().findFirst().orElse(0);
      TextTask task = new TextTask(stream, channel, scan.clock());
      return engine.readText(bytes, task).cues().stream().map(cue -> line(cue, origin)).toList();
    }
  }

  private static String line(Cue cue, Rational origin) {
    return "%d-%d %s"
        .formatted(millis(cue.start().minus(origin)), millis(cue.end().minus(origin)), cue.text());
  }

  private static long millis(Rational seconds) {
    return seconds.times(1000).round();
  }
}
