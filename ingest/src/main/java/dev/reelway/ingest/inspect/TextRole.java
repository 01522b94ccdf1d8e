package dev.reelway.ingest.inspect;

import dev.reelway.contracts.master.TrackRole;
import dev.reelway.media.scan.StreamScan;
import java.util.Locale;

/** What a subtitle stream is for: by the container's marks, else by words in its name. */
final class TextRole {

  private TextRole() {}

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
