package dev.reelway.manifest.dash;

import dev.reelway.contracts.title.Track;
import dev.reelway.contracts.work.SegmentEntry;
import dev.reelway.manifest.TrackUris;
import java.util.ArrayList;
import java.util.List;

/**
 * Names and times of segments. Times are presentation times: the edit list in the init segment
 * takes the encoder's priming off, so there must be no presentationTimeOffset as well (media rule
 * 19).
 *
 * @param timescale ticks per second
 * @param initialization template of the init segment's name
 * @param media template of a segment's name
 * @param timeline runs of equally long segments from tick 0
 */
public record SegmentTemplate(
    long timescale, String initialization, String media, List<Run> timeline) {

  /** The track's id in a template (ISO/IEC 23009-1, 5.3.9.4.4). */
  private static final String ID = "$RepresentationID$";

  /**
   * Contiguous segments of one duration.
   *
   * @param durationTicks of each
   * @param count how many
   */
  public record Run(long durationTicks, int count) {}

  /** Defensive copy. */
  public SegmentTemplate {
    timeline = List.copyOf(timeline);
  }

  /** Tracks with the same cuts have equal templates, because the id is filled in by the player. */
  static SegmentTemplate of(Track track, TrackUris uris) {
    List<Run> runs = new ArrayList<>();
    for (SegmentEntry segment : track.segments()) {
      int last = runs.size() - 1;
      if (last >= 0 && runs.get(last).durationTicks() == segment.durationTicks()) {
        runs.set(last, new Run(segment.durationTicks(), runs.get(last).count() + 1));
      } else {
        runs.add(new Run(segment.durationTicks(), 1));
      }
    }
    return new SegmentTemplate(track.timescale(), uris.init(ID), uris.segmentTemplate(ID), runs);
  }

  void write(XmlText xml) {
    xml.open("SegmentTemplate");
    xml.attribute("timescale", timescale);
    xml.attribute("initialization", initialization);
    xml.attribute("media", media);
    xml.attribute("startNumber", 1);
    xml.open("SegmentTimeline");
    for (int i = 0; i < timeline.size(); i++) {
      writeRun(xml, timeline.get(i), i == 0);
    }
    xml.close();
    xml.close();
  }

  private static void writeRun(XmlText xml, Run run, boolean first) {
    xml.empty("S");
    if (first) {
      xml.attribute("t", 0);
    }
    xml.attribute("d", run.durationTicks());
    if (run.count() > 1) {
      xml.attribute("r", run.count() - 1);
    }
  }
}
