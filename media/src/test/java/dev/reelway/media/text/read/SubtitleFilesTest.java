package dev.reelway.media.text.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.time.Rational;
import dev.reelway.media.text.cue.Cue;
import dev.reelway.media.text.cue.CueList;
import org.junit.jupiter.api.Test;

/** What is read out of whole files. */
class SubtitleFilesTest {

  private static CueList read(TextFileFormat format, String text) {
    assertThat(TextFileFormat.recognise(text)).contains(format);
    return format.read(text);
  }

  private static Cue cue(long startMillis, long endMillis, String settings, String text) {
    return new Cue(new Rational(startMillis, 1000), new Rational(endMillis, 1000), settings, text);
  }

  @Test
  void subRip_stylesColoursAndPlaces_areKept() {
    CueList list =
        read(
            TextFileFormat.SUBRIP,
            """
            1
            00:00:01,500 --> 00:00:03,000
            {\\an8}<i>Up & away</i>, 1 < 2

            2
            00:00:04,000 --> 00:00:05,250 X1:100 X2:200
            <font color="#ffff00">Yellow</font>
            <b>second line
            """);

    assertThat(list.faults()).isEmpty();
    assertThat(list.cues())
        .containsExactly(
            cue(1500, 3000, "line:0", "<i>Up &amp; away</i>, 1 &lt; 2"),
            cue(4000, 5250, "", "<c.yellow>Yellow</c>\n<b>second line</b>"));
  }

  @Test
  void subRip_carriageReturnsNoNumbersNoHours_areRead() {
    CueList list = read(TextFileFormat.SUBRIP, "00:01,000 --> 00:02,000\r\nA\r\n\r\n\r\n");
    assertThat(list.cues()).containsExactly(cue(1000, 2000, "", "A"));
  }

  @Test
  void subRip_brokenCues_areLeftOutWithTheirLines() {
    CueList list =
        read(
            TextFileFormat.SUBRIP,
            """
            1
            00:00:05,000 --> 00:00:04,000
            Backwards

            2
            00:99:05,000 --> 01:00:04,000
            No such minute

            3
            00:00:06,000 --> 00:00:07,000
            Good

            still good
            """);

    assertThat(list.cues()).containsExactly(cue(6000, 7000, "", "Good\nstill good"));
    assertThat(list.faults())
        .containsExactly(
            "Line 2: the text ends before it starts.",
            "Line 6: a time is not written as hours:minutes:seconds,milliseconds.");
  }

  @Test
  void webVtt_notesNamesSettingsAndTags_areUnderstood() {
    CueList list =
        read(
            TextFileFormat.WEBVTT,
            """
            WEBVTT - title

            NOTE
            two lines

            STYLE
            ::cue { color: red }

            first
            00:01.000 --> 00:02.000 align:left line:10% region:x size:oops
            <v.loud Esme>Hé &amp; <00:01.500><b>you

            01:00:00.000 --> 01:00:01.000
            <script>no</script>

            something else
            """);

    assertThat(list.cues())
        .containsExactly(
            cue(1000, 2000, "align:left line:10%", "<v.loud Esme>Hé &amp; <b>you</b></v>"),
            cue(3_600_000, 3_601_000, "", "no"));
    assertThat(list.faults()).containsExactly("Line 16: this is no cue and no note.");
  }

  @Test
  void ass_stylesAndOverrides_becomeTagsAndSettings() {
    CueList list =
        read(
            TextFileFormat.ASS,
            """
            [Script Info]
            PlayResX: 640
            PlayResY: 480
            [V4+ Styles]
            Format: Name, PrimaryColour, Bold, Italic, Underline, Alignment
            Style: Top,&H0000FFFF,-1,0,0,8
            Style: Default,&H00FFFFFF,0,0,0,2
            [Events]
            Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
            Dialogue: 0,0:00:01.00,0:00:02.50,Top,,0,0,0,,One\\NTwo, three
            Dialogue: 0,0:00:03.00,0:00:04.00,Default,,0,0,0,,{\\i1}slanted{\\i0} {\\pos(320,48)}not
            Dialogue: 0,0:00:05.00,0:00:06.00,Default,,0,0,0,,{\\p1}m 0 0 l 1 1{\\p0}
            Comment: 0,0:00:07.00,0:00:08.00,Default,,0,0,0,,unseen
            Dialogue: 0,soon,0:00:06.00,Default,,0,0,0,,x
            """);

    assertThat(list.cues())
        .containsExactly(
            cue(1000, 2500, "line:0", "<b><c.yellow>One\nTwo, three</c></b>"),
            cue(3000, 4000, "line:10% position:50%", "<i>slanted</i> not"));
    assertThat(list.faults()).hasSize(1).first().asString().startsWith("Line 14: ");
  }

  @Test
  void recognise_otherText_isNoSubtitleFile() {
    assertThat(TextFileFormat.recognise("Dear reader,\n\nthis is a letter.\n")).isEmpty();
    assertThat(TextFileFormat.recognise("")).isEmpty();
    assertThat(TextFileFormat.recognise("<html><body/></html>")).isEmpty();
  }
}
