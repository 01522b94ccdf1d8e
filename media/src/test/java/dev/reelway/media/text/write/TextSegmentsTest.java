package dev.reelway.media.text.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.time.FrameRate;
import dev.reelway.contracts.time.Rational;
import dev.reelway.contracts.time.SegmentGrid;
import dev.reelway.isobmff.Sample;
import dev.reelway.media.text.cue.Cue;
import dev.reelway.media.text.write.TitleCues.TimedCue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TextSegmentsTest {

  /** Segments of 4.004 s. */
  private static final SegmentGrid GRID = new SegmentGrid(FrameRate.of(24000, 1001), 48, 96, 240);

  private static Cue cue(String start, String end, String text) {
    return new Cue(Rational.parse(start), Rational.parse(end), "", text);
  }

  @Test
  void titleCues_originAndEnds_cutAndDrop() {
    TitleCues cues =
        TitleCues.of(
            List.of(
                cue("9", "10", "before"),
                cue("19/2", "21/2", "into"),
                cue("12", "13", "inside"),
                cue("19", "30", "out of"),
                cue("20", "30", "after")),
            Rational.of(10),
            Rational.of(10));

    assertThat(cues.cues())
        .containsExactly(
            new TimedCue(0, 500, "", "into"),
            new TimedCue(2000, 3000, "", "inside"),
            new TimedCue(9000, 10_000, "", "out of"));
    assertThat(cues.cut()).isEqualTo(2);
    assertThat(cues.dropped()).isEqualTo(2);
  }

  @Test
  void webVtt_cueOverABoundary_isInBothFilesWithItsWholeTime() {
    TimedCue cue = new TimedCue(3000, 5000, "line:0", "Hello");
    List<TextSegment> segments = TextSegment.of(List.of(cue), GRID);

    assertThat(segments).hasSize(3);
    String expected =
        """
        WEBVTT
        X-TIMESTAMP-MAP=MPEGTS:0,LOCAL:00:00:00.000

        00:00:03.000 --> 00:00:05.000 line:0
        Hello
        """;
    assertThat(segments)
        .extracting(segment -> new String(WebVttFile.of(segment), StandardCharsets.UTF_8))
        .containsExactly(
            expected, expected, "WEBVTT\nX-TIMESTAMP-MAP=MPEGTS:0,LOCAL:00:00:00.000\n");
  }

  @Property
  void wvtt_anyCues_fillEverySegmentWithoutGap(
      @ForAll @Size(max = 12) List<@IntRange(max = 10_500) Integer> starts,
      @ForAll @IntRange(min = 1, max = 6000) int length) {
    List<Cue> cues = new ArrayList<>();
    for (int start : starts) {
      Rational from = new Rational(start, 1000);
      cues.add(new Cue(from, from.plus(new Rational(length, 1000)), "", "cue " + start));
    }
    TitleCues title = TitleCues.of(cues, Rational.ZERO, GRID.duration().seconds());
    long next = 0;
    for (TextSegment segment : TextSegment.of(title.cues(), GRID)) {
      assertThat(segment.startMillis()).isEqualTo(next);
      TextSamples samples = WvttSamples.of(segment);
      assertThat(samples.samples()).hasSameSizeAs(samples.payload());
      next += samples.samples().stream().mapToLong(Sample::durationTicks).sum();
      assertThat(next).isEqualTo(segment.endMillis());
      assertThat(samples.samples()).allMatch(s -> s.durationTicks() > 0 && s.sync());
    }
    assertThat(next).isEqualTo(10_010);
  }
}
