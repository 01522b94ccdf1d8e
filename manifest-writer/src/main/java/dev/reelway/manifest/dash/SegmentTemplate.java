package dev.reelway.manifest.dash;

import dev.reelway.contracts.title.ImageTrack;
import dev.reelway.contracts.title.Track;
import dev.reelway.contracts.work.SegmentEntry;
import dev.reelway.manifest.TrackUris;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Names and times of segments. Times are presentation times: the edit list in the init segment
 * takes the encoder's priming off, so there must be no presentationTimeOffset as well (media rule
 * 19).
 *
 * @param timescale ticks per second
 * @param initialization template of the init segment's name, absent for images
 * @param media template of a segment's name
 * @param durationTicks of every segment, absent if the timeline tells
 * @param timeline runs of equally long segments from tick 0, empty if all are alike
 */
public record SegmentTemplate(
    long timescale,
    Optional<String> initialization,
    String media,
    Optional<Long> durationTicks,
    List<Run> timeline) {

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
    return new SegmentTemplate(
        track.timescale(),
        Optional.of(uris.init(ID)),
        uris.segmentTemplate(ID),
        Optional.empty(),
        runs);
  }

  /** All tiles last equally long; the last may reach beyond the end of the title. */
  static SegmentTemplate ofTiles(ImageTrack track, TrackUris uris) {
    return new SegmentTemplate(
        track.timescale(),
        Optional.empty(),
        uris.tileTemplate(ID),
        Optional.of(track.tileTicks()),
        List.of());
  }

  void write(XmlText xml) {
    if (timeline.isEmpty()) {
      xml.empty("SegmentTemplate");
    } else {
      xml.open("SegmentTemplate");
    }
    xml.attribute("timescale", timescale);
    xml.attribute("initialization", initialization);
    xml.attribute("media", media);
    xml.attribute("duration", durationTicks);
    xml.attribute("startNumber", 1);
    if (!timeline.isEmpty()) {
      writeTimeline(xml);
      xml.close();
    }
  }

  private void writeTimeline(XmlText xml) {
    xml.open("SegmentTimeline");
    for (int i = 0; i < timeline.size(); i++) {
      writeRun(xml, timeline.get(i), i == 0);
    }
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
