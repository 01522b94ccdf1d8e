package dev.reelway.ingest.inspect;

import dev.reelway.contracts.master.TrackRole;
import dev.reelway.media.scan.StreamScan;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a subtitle stream is for: by the container's marks, else by words in its name. */
final class TextRole {

  /** Muxers write such things where a name belongs. */
  private static final Pattern NO_NAME =
      Pattern.compile(
          "handler|core media|iso media|gpac|^(sub ?titles?|text|captions?) ?(track|media)?$"
              + "|^track ?[0-9]*$|^[^\\p{L}]*$");

  private TextRole() {}

  /** The stream's title where it is one that a person wrote, else empty. */
  static String name(StreamScan stream) {
    String title = stream.title().strip();
    return NO_NAME.matcher(title.toLowerCase(Locale.ROOT)).find() ? "" : title;
  }

  static TrackRole of(StreamScan stream) {
    if (stream.dispositions().contains("forced")) {
      return TrackRole.FORCED;
    }
    if (stream.dispositions().contains("hearing_impaired")
        || stream.dispositions().contains("captions")) {
      return TrackRole.SDH;
    }
    if (stream.dispositions().contains("comment")) {
      return TrackRole.COMMENTARY;
    }
    return ofName(stream.title().toLowerCase(Locale.ROOT));
  }

  private static TrackRole ofName(String name) {
    if (name.matches(".*\\bforced\\b.*")) {
      return TrackRole.FORCED;
    }
    if (name.matches(".*\\b(sdh|cc|hearing impaired|hard of hearing)\\b.*")) {
      return TrackRole.SDH;
    }
    return name.matches(".*\\bcommentary\\b.*") ? TrackRole.COMMENTARY : TrackRole.MAIN;
  }
}
