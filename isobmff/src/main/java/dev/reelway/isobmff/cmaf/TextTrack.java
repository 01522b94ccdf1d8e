package dev.reelway.isobmff.cmaf;

import dev.reelway.isobmff.box.BitRateBox;
import dev.reelway.isobmff.box.SampleEntry;
import dev.reelway.isobmff.box.TextSampleEntry;
import dev.reelway.isobmff.box.XmlSubtitleSampleEntry;
import java.util.List;

/**
 * What the init segment of a text track says.
 *
 * @param timescale ticks per second
 * @param sampleEntry how the text is stored
 * @param profiles the media profiles whose rules the track keeps, may be empty
 * @param language three lower-case letters of ISO 639-2/T, or {@code und}
 * @param name for people who look into the file
 */
public record TextTrack(
    long timescale,
    SampleEntry sampleEntry,
    List<MediaProfile> profiles,
    String language,
    String name) {

  /** Copies the list. */
  public TextTrack {
    profiles = List.copyOf(profiles);
  }

  /** A track of WebVTT in boxes. */
  public static TextTrack webVtt(long timescale, BitRateBox bitRate, String language, String name) {
    TextSampleEntry entry = TextSampleEntry.webVtt(bitRate);
    return new TextTrack(timescale, entry, List.of(MediaProfile.CWVT), language, name);
  }

  /** A track of documents in the text profile of IMSC1. */
  public static TextTrack imsc1(long timescale, BitRateBox bitRate, String language, String name) {
    XmlSubtitleSampleEntry entry = XmlSubtitleSampleEntry.ttml("im1t", bitRate);
    return new TextTrack(timescale, entry, List.of(MediaProfile.IM1T), language, name);
  }

  /** A track with one whole text file in each sample; no player's, but any reader's. */
  public static TextTrack files(long timescale, String mimeType, String language, String name) {
    return new TextTrack(timescale, TextSampleEntry.files(mimeType), List.of(), language, name);
  }
}
