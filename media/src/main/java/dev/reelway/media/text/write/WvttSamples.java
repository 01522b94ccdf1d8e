package dev.reelway.media.text.write;

import dev.reelway.isobmff.Sample;
import dev.reelway.isobmff.box.Box;
import dev.reelway.isobmff.box.Boxes;
import dev.reelway.isobmff.box.WebVttCueBox;
import dev.reelway.isobmff.box.WebVttEmptyCueBox;
import dev.reelway.media.text.write.TitleCues.TimedCue;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * A segment as WebVTT samples (ISO/IEC 14496-30, 5.5): a new sample whenever a cue comes or goes,
 * without gaps; each holds all cues that are then on the picture.
 *
 * <pre>
 *  cue A        |--------|
 *  cue B             |------------|
 *  sample  | -  | A  |A B|   B    | - |
 * </pre>
 *
 * Cues that go on over a boundary of samples carry the same source id, so that players join them.
 */
final class WvttSamples {

  private WvttSamples() {}

  /** The samples of a segment. */
  static TextSamples of(TextSegment segment) {
    TreeSet<Long> changes = new TreeSet<>();
    changes.add(segment.startMillis());
    changes.add(segment.endMillis());
    for (TimedCue cue : segment.cues()) {
      changes.add(Math.max(segment.startMillis(), cue.startMillis()));
      changes.add(Math.min(segment.endMillis(), cue.endMillis()));
    }
    List<Sample> samples = new ArrayList<>();
    List<byte[]> payload = new ArrayList<>();
    for (long from = changes.pollFirst(); !changes.isEmpty(); from = changes.pollFirst()) {
      byte[] bytes = bytes(segment.cues(), from, changes.first());
      samples.add(new Sample(changes.first() - from, bytes.length, 0, true));
      payload.add(bytes);
    }
    return new TextSamples(samples, payload);
  }

  private static byte[] bytes(List<TimedCue> cues, long from, long to) {
    List<Box> shown = new ArrayList<>();
    for (TimedCue cue : cues) {
      if (cue.startMillis() <= from && cue.endMillis() >= to) {
        shown.add(WebVttCueBox.of(sourceId(cue), cue.settings(), cue.text()));
      }
    }
    return Boxes.write(shown.isEmpty() ? List.of(new WebVttEmptyCueBox()) : shown);
  }

  // The same in every segment, and on every Java platform.
  private static int sourceId(TimedCue cue) {
    String identity =
        cue.startMillis() + " " + cue.endMillis() + " " + cue.settings() + " " + cue.text();
    return identity.hashCode() & Integer.MAX_VALUE;
  }
}
