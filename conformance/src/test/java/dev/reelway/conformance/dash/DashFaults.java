package dev.reelway.conformance.dash;

import static dev.reelway.conformance.dash.DashRule.*;
import static dev.reelway.conformance.manifest.ManifestFault.edit;

import dev.reelway.conformance.manifest.CleanTitle;
import dev.reelway.conformance.manifest.ManifestBench;
import dev.reelway.conformance.manifest.ManifestFault;
import dev.reelway.isobmff.box.ColourInformationBox;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What can be wrong with an MPD, one at a time. */
final class DashFaults {
  private static final String MPD = "index.mpd";
  private static final String V1 = "<Representation id=\"v1\"";
  private static final String ROLE =
      "<Role schemeIdUri=\"urn:mpeg:dash:role:2011\" value=\"main\"/>";

  private DashFaults() {}

  static List<ManifestFault> all() {
    return Stream.of(schema(), addressing(), times(), media(), descriptors(), hls())
        .flatMap(List::stream)
        .toList();
  }

  private static ManifestFault fault(DashRule rule, String name, Consumer<ManifestBench> plant) {
    return new ManifestFault(rule, name, plant);
  }

  private static List<ManifestFault> schema() {
    return List.of(
        edit(DASH_XML, MPD, "</Period>", ""),
        edit(DASH_XML, MPD, "<MPD ", "<!DOCTYPE MPD [<!ENTITY a \"b\">]><MPD "),
        fault(DASH_XML, "no file", bench -> bench.remove(MPD)),
        edit(DASH_LIMIT, MPD, "r=\"1\"", "r=\"2000000000\""),
        edit(DASH_LIMIT, MPD, "<Label>", "<Label>" + "<a>".repeat(40) + "</a>".repeat(40)),
        edit(DASH_LIMIT, MPD, "d=\"76800\" r=\"1\"", "d=\"999999999999999999\" r=\"99\""),
        edit(DASH_ELEMENT, MPD, "<Label>", "<Wonder/><Label>"),
        edit(DASH_ELEMENT, MPD, "schema:mpd:2011", "schema:mpd:2012"),
        edit(DASH_ORDER, MPD, "<Label>English</Label>", ROLE + "<Label>English</Label>"),
        edit(DASH_ATTRIBUTE, MPD, V1, V1 + " wonder=\"1\""),
        edit(DASH_VALUE, MPD, "bandwidth=\"80000\"", "bandwidth=\"80k\""),
        edit(DASH_VALUE, MPD, "minBufferTime=\"PT6.016S\"", "minBufferTime=\"6.016\""),
        edit(DASH_REQUIRED, MPD, " bandwidth=\"80000\"", ""),
        edit(DASH_REQUIRED, MPD, " minBufferTime=\"PT6.016S\"", ""),
        edit(DASH_ID, MPD, "id=\"v2\"", "id=\"v1\""),
        edit(DASH_ID, MPD, "<AdaptationSet id=\"2\"", "<AdaptationSet id=\"1\""),
        fault(
            DASH_EMPTY,
            "no sets",
            bench ->
                bench.text(
                    MPD,
                    "<MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\" profiles=\"\""
                        + " minBufferTime=\"PT1S\"><Period/></MPD>")),
        edit(
            DASH_PROFILE,
            MPD,
            "isoff-live:2011,urn:mpeg:dash:profile:cmaf:2019",
            "isoff-on-demand:2011"));
  }

  private static List<ManifestFault> addressing() {
    return List.of(
        edit(DASH_ADDRESSING, MPD, " media=\"im$Number$.jpg\"", ""),
        edit(DASH_ADDRESSING, MPD, "media=\"im$Number$.jpg\"", "media=\"../im$Number$.jpg\""),
        edit(DASH_ADDRESSING, MPD, "duration=\"8\"", ""),
        edit(
            DASH_ADDRESSING,
            MPD,
            "<SegmentTemplate timescale=\"1\" duration=\"8\" media=\"im$Number$.jpg\""
                + " startNumber=\"1\"/>",
            "<SegmentBase indexRange=\"0-10\"/>"),
        edit(DASH_TEMPLATE, MPD, "im$Number$.jpg", "im$Number.jpg"),
        edit(DASH_TEMPLATE, MPD, "im$Number$.jpg", "im$Nummer$.jpg"),
        edit(DASH_TIMELINE, MPD, "<S d=\"25600\"/>", "<S t=\"153700\" d=\"25600\"/>"),
        edit(DASH_TIMELINE, MPD, "<S d=\"25600\"/>", "<S t=\"153000\" d=\"25600\"/>"),
        edit(DASH_TIMELINE, MPD, "<S d=\"25600\"/>", "<S d=\"0\"/>"),
        edit(
            DASH_TIMESCALE,
            MPD,
            "height=\"180\" sar=\"1:1\" frameRate=\"25\"/>",
            "height=\"180\"><SegmentTemplate timescale=\"25600\"/></Representation>"));
  }

  private static List<ManifestFault> times() {
    return List.of(
        edit(DASH_DURATION, MPD, "PT14S", "PT14.2S"),
        edit(DASH_DURATION, MPD, "mediaPresentationDuration=\"PT14S\"", ""),
        edit(DASH_DURATION, MPD, "start=\"PT0S\"", "start=\"PT0S\" duration=\"PT13.9S\""),
        edit(
            DASH_MAX_SEGMENT_DURATION,
            MPD,
            "maxSegmentDuration=\"PT6.016S\"",
            "maxSegmentDuration=\"PT6S\""),
        fault(
            DASH_SEGMENT_START,
            "media that starts later",
            bench ->
                bench.segment("v1/3.m4s", ManifestBench.moved(bench.segment("v1/3.m4s"), 12_800))),
        edit(DASH_SEGMENT_START, MPD, "timescale=\"12800\"", "timescale=\"12700\""),
        edit(DASH_SEGMENT_DURATION, MPD, "<S d=\"25600\"/>", "<S d=\"27000\"/>"),
        fault(
            DASH_SEGMENT_SUM,
            "segments by number that drift",
            bench ->
                bench.edit(
                    MPD,
                    timeline(),
                    "<SegmentTemplate timescale=\"1\" duration=\"14\" startNumber=\"3\""
                        + " initialization=\"$RepresentationID$/init.mp4\""
                        + " media=\"$RepresentationID$/$Number$.m4s\"/>")),
        edit(DASH_BANDWIDTH, MPD, "bandwidth=\"80000\"", "bandwidth=\"30000\""),
        edit(
            DASH_ALIGNMENT,
            MPD,
            "height=\"180\" sar=\"1:1\" frameRate=\"25\"/>",
            "height=\"180\"><SegmentTemplate><SegmentTimeline><S t=\"0\" d=\"76800\"/>"
                + "<S d=\"70000\"/><S d=\"32400\"/></SegmentTimeline></SegmentTemplate>"
                + "</Representation>"),
        edit(DASH_BITSTREAM_SWITCHING, MPD, "maxWidth=", "bitstreamSwitching=\"true\" maxWidth="),
        fault(
            DASH_START_WITH_SAP,
            "a segment without a sync sample first",
            bench ->
                bench.segment("v1/2.m4s", ManifestBench.dependent(bench.segment("v1/2.m4s")))));
  }

  private static String timeline() {
    return """
          <SegmentTemplate timescale="12800" initialization="$RepresentationID$/init.mp4" \
    media="$RepresentationID$/$Number$.m4s" startNumber="1">
            <SegmentTimeline>
              <S t="0" d="76800" r="1"/>
              <S d="25600"/>
            </SegmentTimeline>
          </SegmentTemplate>
    """
        .strip();
  }

  private static List<ManifestFault> media() {
    return List.of(
        edit(DASH_CODECS, MPD, "avc1.64001e", "avc1.4d001e"),
        edit(DASH_CODECS_MISSING, MPD, " codecs=\"avc1.64001e\"", ""),
        edit(DASH_MIME_TYPE, MPD, "mimeType=\"audio/mp4\"", "mimeType=\"video/mp4\""),
        edit(DASH_MIME_TYPE, MPD, " mimeType=\"video/mp4\"", ""),
        edit(DASH_MIME_TYPE, MPD, "contentType=\"audio\"", "contentType=\"video\""),
        edit(DASH_FRAME_RATE, MPD, "frameRate=\"25\"", "frameRate=\"30000/1001\""),
        edit(
            DASH_SIZE, MPD, "width=\"320\" height=\"180\" sar", "width=\"322\" height=\"180\" sar"),
        edit(DASH_SAR, MPD, "sar=\"1:1\"", "sar=\"4:3\""),
        edit(DASH_SAMPLING_RATE, MPD, "audioSamplingRate=\"48000\"", "audioSamplingRate=\"44100\""),
        edit(DASH_MAXIMA, MPD, "maxWidth=\"640\"", "maxWidth=\"320\""),
        edit(DASH_MAXIMA, MPD, "maxFrameRate=\"25\"", "maxFrameRate=\"24\""));
  }

  private static List<ManifestFault> descriptors() {
    String audio = "<AdaptationSet id=\"2\" lang=\"en\"";
    return List.of(
        edit(DASH_LANGUAGE, MPD, "lang=\"en\"", "lang=\"xx\""),
        edit(DASH_ROLE, MPD, "value=\"main\"", "value=\"principal\""),
        edit(DASH_ROLE, MPD, "CS:2007\" value=\"2\"", "CS:2007\" value=\"visually impaired\""),
        fault(DASH_MAIN_ROLE, "two languages", bench -> twice(bench, "de").edit(MPD, ROLE, "")),
        fault(DASH_SETS_ALIKE, "one language twice", bench -> twice(bench, "en")),
        edit(
            DASH_CHANNELS,
            MPD,
            "channel_configuration:2011\" value=\"2\"",
            "channel_configuration:2011\" value=\"6\""),
        edit(
            DASH_CHANNELS_MISSING,
            MPD,
            "<AudioChannelConfiguration"
                + " schemeIdUri=\"urn:mpeg:dash:23003:3:audio_channel_configuration:2011\""
                + " value=\"2\"/>",
            ""),
        edit(
            DASH_COLOUR,
            MPD,
            ROLE + "\n      <SegmentTemplate timescale=\"12800\"",
            "<SupplementalProperty schemeIdUri=\"urn:mpeg:mpegB:cicp:TransferCharacteristics\""
                + " value=\"16\"/><SegmentTemplate timescale=\"12800\""),
        fault(
            DASH_COLOUR_MISSING,
            "PQ in the media",
            bench ->
                bench.init(
                    "v1/init.mp4",
                    CleanTitle.video(640, new ColourInformationBox(9, 16, 9, false)))),
        edit(DASH_THUMBNAILS, MPD, "value=\"2x2\"", "value=\"2\""),
        edit(DASH_THUMBNAILS, MPD, "value=\"2x2\"", "value=\"3x2\""),
        fault(
            DASH_THUMBNAILS,
            "an image of another size",
            bench -> bench.file("im2.jpg", CleanTitle.jpeg(320, 90))),
        edit(
            DASH_TRICK_MODE,
            MPD,
            ROLE + "\n      <SegmentTemplate timescale=\"12800\"",
            "<SupplementalProperty schemeIdUri=\"http://dashif.org/guidelines/trickmode\""
                + " value=\"9\"/><SegmentTemplate timescale=\"12800\""),
        fault(
            DASH_CONTENT_PROTECTION,
            "encrypted samples without a word",
            bench -> bench.text("v1/init.mp4", "stsd encv sinf")),
        edit(
            DASH_CONTENT_PROTECTION,
            MPD,
            audio,
            "<AdaptationSet id=\"9\" contentType=\"audio\" mimeType=\"audio/mp4\">"
                + "<ContentProtection schemeIdUri=\"urn:mpeg:dash:mp4protection:2011\""
                + " cenc:default_KID=\"0\"/><SegmentTemplate duration=\"6\""
                + " initialization=\"a/init.mp4\" media=\"a/$Number$.m4s\"/>"
                + "<Representation id=\"z\" bandwidth=\"16000\"/></AdaptationSet>"
                + audio));
  }

  /** Writes the set of sound a second time. */
  private static ManifestBench twice(ManifestBench bench, String language) {
    String audio = "<AdaptationSet id=\"2\" lang=\"en\"";
    String set =
        "<AdaptationSet id=\"8\" lang=\""
            + language
            + "\" contentType=\"audio\" mimeType=\"audio/mp4\">"
            + "<AudioChannelConfiguration value=\"2\""
            + " schemeIdUri=\"urn:mpeg:dash:23003:3:audio_channel_configuration:2011\"/>"
            + "<Label>English</Label>"
            + "<Accessibility schemeIdUri=\"urn:tva:metadata:cs:AudioPurposeCS:2007\" value=\"2\"/>"
            + ROLE
            + "<SegmentTemplate duration=\"6\" initialization=\"a/init.mp4\""
            + " media=\"a/$Number$.m4s\"/>"
            + "<Representation id=\"b\" codecs=\"mp4a.40.2\" bandwidth=\"16000\"/></AdaptationSet>";
    return bench.edit("index.mpd", audio, set + audio);
  }

  private static List<ManifestFault> hls() {
    return List.of(
        edit(DASH_HLS_VIEW, "v1.m3u8", "#EXTINF:2.000000,\nv1/3.m4s\n", ""),
        edit(DASH_HLS_TRACKS, "index.m3u8", "\nv2.m3u8", "\nv1.m3u8"));
  }
}
