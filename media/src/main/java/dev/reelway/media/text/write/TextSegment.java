package dev.reelway.media.text.write;

import dev.reelway.contracts.time.SegmentGrid;
import dev.reelway.media.text.write.TitleCues.TimedCue;
import java.util.ArrayList;
import java.util.List;

/**
 * The cues of a title dealt out to its segments. A cue that spans a boundary is in every segment
 * that it touches.
 *
 * @param startMillis when the segment starts
 * @param endMillis when the next one does
 * @param cues that are shown in between, with their whole times
 */
public record TextSegment(long startMillis, long endMillis, List<TimedCue> cues) {

  /** Defensive copy. */
  public TextSegment {
    cues = List.copyOf(cues);
  }

  /** One for every segment of the grid, without gap or overlap; many may be empty. */
  public static List<TextSegment> of(List<TimedCue> cues, SegmentGrid grid) {
    List<TextSegment> segments = new ArrayList<>();
    List<TimedCue> waiting = cues; // in order of their starts
    for (int i = 0; i < grid.segmentCount(); i++) {
      long start = millis(grid, i);
      long end = millis(grid, i + 1);
      List<TimedCue> shown =
          waiting.stream().filter(c -> c.endMillis() > start && c.startMillis() < end).toList();
      waiting = waiting.stream().filter(c -> c.endMillis() > end).toList();
      segments.add(new TextSegment(start, end, shown));
    }
    return segments;
  }

  /** When a segment starts, to the nearest millisecond. */
  public static long millis(SegmentGrid grid, int segment) {
    return grid.start(segment).seconds().times(1000).round();
  }
}
