package dev.reelway.manifest.dash;

import dev.reelway.contracts.time.Rational;
import dev.reelway.contracts.title.Presentation;
import dev.reelway.manifest.SegmentTimes;
import dev.reelway.manifest.TrackUris;
import java.util.List;

/**
 * A static MPD with one period that lasts as long as the title.
 *
 * @param duration of the title in seconds
 * @param minBuffer the longest segment in seconds, see {@link LeakyBucket}
 * @param maxSegment the longest segment in seconds
 * @param sets adaptation sets, video first
 */
public record Mpd(
    Rational duration, Rational minBuffer, Rational maxSegment, List<AdaptationSet> sets) {

  private static final String NAMESPACE = "urn:mpeg:dash:schema:mpd:2011";
  private static final String PROFILES =
      "urn:mpeg:dash:profile:isoff-live:2011,urn:mpeg:dash:profile:cmaf:2019";

  /** Defensive copy. */
  public Mpd {
    sets = List.copyOf(sets);
  }

  /** The MPD of a title, for the folder from which {@code uris} lead to the tracks. */
  public static Mpd of(Presentation presentation, TrackUris uris) {
    Rational longest = SegmentTimes.longest(presentation);
    return new Mpd(
        presentation.duration().seconds(),
        longest,
        longest,
        AdaptationSets.of(presentation, uris, longest));
  }

  /** The MPD's XML. */
  public String text() {
    XmlText xml = new XmlText();
    xml.open("MPD");
    xml.attribute("xmlns", NAMESPACE);
    xml.attribute("profiles", PROFILES);
    xml.attribute("type", "static");
    xml.attribute("mediaPresentationDuration", XmlDuration.nearest(duration));
    xml.attribute("maxSegmentDuration", XmlDuration.notBelow(maxSegment));
    xml.attribute("minBufferTime", XmlDuration.notBelow(minBuffer));
    xml.open("Period");
    xml.attribute("id", "1");
    xml.attribute("start", "PT0S");
    sets.forEach(set -> set.write(xml));
    xml.close();
    xml.close();
    return xml.toString();
  }
}
