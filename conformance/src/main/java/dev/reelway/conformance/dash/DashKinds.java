package dev.reelway.conformance.dash;

import dev.reelway.conformance.model.MediaKind;
import java.util.Locale;

/** What a Representation holds, by mimeType, contentType and codecs. */
final class DashKinds {
  private DashKinds() {}

  static MediaKind of(Element set, Element representation) {
    String mime = attribute("mimeType", set, representation);
    String content = set.attribute("contentType").orElse("");
    String codecs = attribute("codecs", set, representation);
    if (mime.startsWith("image/") || content.equals("image")) {
      return MediaKind.IMAGES;
    }
    if (mime.equals("text/vtt") || mime.equals("application/ttml+xml")) {
      return MediaKind.TEXT_FILES;
    }
    boolean text = content.equals("text") || codecs.startsWith("wvtt") || codecs.startsWith("stpp");
    if (text) {
      return MediaKind.TEXT;
    }
    return mime.startsWith("audio/") || content.equals("audio") ? MediaKind.AUDIO : MediaKind.VIDEO;
  }

  private static String attribute(String name, Element set, Element representation) {
    return representation
        .attribute(name)
        .or(() -> set.attribute(name))
        .orElse("")
        .toLowerCase(Locale.ROOT);
  }
}
