package dev.reelway.media.text.write;

import dev.reelway.contracts.master.Languages;
import dev.reelway.media.text.write.TitleCues.TimedCue;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A segment as a document in the text profile of IMSC1 (W3C IMSC1.1, 8). Times are the track's;
 * cues that span a boundary have their whole times in each document, and players show of them what
 * lies inside the sample (ISO/IEC 14496-30, 4).
 */
final class ImscFile {

  private static final String HEAD =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttp="http://www.w3.org/ns/ttml#parameter" \
      xmlns:tts="http://www.w3.org/ns/ttml#styling" \
      ttp:profile="http://www.w3.org/ns/ttml/profile/imsc1/text" xml:lang="%s">
      """;

  // Letters and their ground as WebVTT has them: 5.33 % of the picture is 80 % of a fifteenth.
  private static final String LOOK =
      """
      <styling>
      <style xml:id="base" tts:fontFamily="proportionalSansSerif" tts:fontSize="80%" \
      tts:color="#ffffff"/>
      <style xml:id="ground" tts:backgroundColor="#000000cc"/>
      </styling>
      """;

  private ImscFile() {}

  /**
   * The document's bytes, in UTF-8; a segment without cues has a document without text.
   *
   * @param language ISO 639-2 code of the text
   */
  static byte[] of(TextSegment segment, String language) {
    String tag = Languages.bcp47(language);
    String document =
        HEAD.formatted(tag.equals(Languages.UNDETERMINED) ? "" : ImscText.escape(tag))
            + (segment.cues().isEmpty() ? "<body/>\n" : content(segment))
            + "</tt>\n";
    return document.getBytes(StandardCharsets.UTF_8);
  }

  private static String content(TextSegment segment) {
    Map<ImscPlace, String> regions = new LinkedHashMap<>();
    StringBuilder paragraphs = new StringBuilder();
    for (TimedCue cue : segment.cues()) {
      ImscPlace place = ImscPlace.of(cue.settings());
      regions.putIfAbsent(place, "r" + (regions.size() + 1));
      paragraphs.append(
          "<p begin=\"%s\" end=\"%s\" region=\"%s\"><span style=\"ground\">%s</span></p>\n"
              .formatted(
                  time(cue.startMillis()),
                  time(cue.endMillis()),
                  regions.get(place),
                  ImscText.of(cue.text())));
    }
    StringBuilder layout = new StringBuilder();
    regions.forEach((place, id) -> layout.append(region(place, id)));
    return "<head>\n"
        + LOOK
        + "<layout>\n"
        + layout
        + "</layout>\n</head>\n<body style=\"base\"><div>\n"
        + paragraphs
        + "</div></body>\n";
  }

  private static String region(ImscPlace place, String id) {
    String mode =
        place.writingMode().equals("lrtb")
            ? ""
            : " tts:writingMode=\"" + place.writingMode() + "\"";
    return "<region xml:id=\"%s\" tts:origin=\"%s\" tts:extent=\"%s\" tts:displayAlign=\"%s\" tts:textAlign=\"%s\" tts:overflow=\"visible\"%s/>\n"
        .formatted(
            id, place.origin(), place.extent(), place.displayAlign(), place.textAlign(), mode);
  }

  private static String time(long millis) {
    return String.format(
        Locale.ROOT,
        "%02d:%02d:%02d.%03d",
        millis / 3_600_000,
        millis / 60_000 % 60,
        millis / 1000 % 60,
        millis % 1000);
  }
}
