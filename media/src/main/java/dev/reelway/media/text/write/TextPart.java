package dev.reelway.media.text.write;

import dev.reelway.contracts.plan.TextPlan;
import dev.reelway.contracts.time.SegmentGrid;
import dev.reelway.isobmff.Sample;
import dev.reelway.isobmff.box.BitRateBox;
import dev.reelway.isobmff.cmaf.Fragment;
import dev.reelway.isobmff.cmaf.InitSegment;
import dev.reelway.isobmff.cmaf.TextTrack;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes the file of an encoded text part: like every part a fragmented MP4 with one fragment per
 * segment. WebVTT for HLS is in it as plain text, one sample with a whole file in each fragment;
 * the packager takes it out.
 */
public final class TextPart {

  /** Media type of the files in a part for HLS. */
  public static final String WEBVTT_TYPE = "text/vtt";

  /** Rates are not known before the last segment; readers do without. */
  private static final BitRateBox UNKNOWN_RATE = new BitRateBox(0, 0, 0);

  private TextPart() {}

  /** Name of the file that the part is written to, inside the task's scratch folder. */
  public static String fileName(TextPlan plan) {
    return plan.track() + ".mp4";
  }

  /**
   * Writes a part.
   *
   * @param cues on the title's clock
   */
  public static void write(Path file, TextPlan plan, SegmentGrid grid, TitleCues cues)
      throws IOException {
    List<TextSegment> segments = TextSegment.of(cues.cues(), grid);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      out.write(InitSegment.of(track(plan)).toBytes());
      for (int i = 0; i < segments.size(); i++) {
        TextSegment segment = segments.get(i);
        TextSamples content = content(plan, segment);
        new Fragment(i + 1, segment.startMillis(), content.samples())
            .writeTo(out, content.payload());
      }
    }
  }

  private static TextTrack track(TextPlan plan) {
    return switch (plan.format()) {
      case WEBVTT -> TextTrack.files(TextPlan.TIMESCALE, WEBVTT_TYPE, plan.language(), plan.name());
      case WVTT -> TextTrack.webVtt(TextPlan.TIMESCALE, UNKNOWN_RATE, plan.language(), plan.name());
      case IMSC1 -> TextTrack.imsc1(TextPlan.TIMESCALE, UNKNOWN_RATE, plan.language(), plan.name());
    };
  }

  private static TextSamples content(TextPlan plan, TextSegment segment) {
    return switch (plan.format()) {
      case WEBVTT -> oneFile(WebVttFile.of(segment), segment);
      case WVTT -> WvttSamples.of(segment);
      case IMSC1 -> oneFile(ImscFile.of(segment, plan.language()), segment);
    };
  }

  private static TextSamples oneFile(byte[] file, TextSegment segment) {
    long duration = segment.endMillis() - segment.startMillis();
    return new TextSamples(List.of(new Sample(duration, file.length, 0, true)), List.of(file));
  }
}
