package dev.reelway.media.text.write;

import dev.reelway.media.text.write.TitleCues.TimedCue;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A segment as a WebVTT file for HLS (RFC 8216, 3.5): absolute cue times, and the map that says
 * that local time 0 is time 0 of the fragmented MP4 tracks.
 */
public final class WebVttFile {

  private static final String HEADER = "WEBVTT\nX-TIMESTAMP-MAP=MPEGTS:0,LOCAL:00:00:00.000\n";

  private WebVttFile() {}

  /** The file's bytes, in UTF-8; a segment without cues has the header alone. */
  public static byte[] of(TextSegment segment) {
    StringBuilder file = new StringBuilder(HEADER);
    for (TimedCue cue : segment.cues()) {
      file.append('\n')
          .append(time(cue.startMillis()))
          .append(" --> ")
          .append(time(cue.endMillis()));
      if (!cue.settings().isEmpty()) {
        file.append(' ').append(cue.settings());
      }
      file.append('\n').append(cue.text()).append('\n');
    }
    return file.toString().getBytes(StandardCharsets.UTF_8);
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
