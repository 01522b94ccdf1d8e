package dev.reelway.ingest.inspect;

import dev.reelway.contracts.master.Inspection;
import dev.reelway.contracts.time.MediaTime;
import java.util.ArrayList;
import java.util.List;

/** A master in one line, for lists: {@code 1280x720, 24 fps, h264, 00:00:52.208, 1 sound track}. */
public final class MasterSummary {

  private MasterSummary() {}

  /** The line. */
  public static String of(Inspection inspection) {
    List<String> parts = new ArrayList<>();
    inspection
        .video()
        .ifPresent(
            video -> {
              parts.add(video.width() + "x" + video.height());
              parts.add(video.rate().toDecimal() + " fps");
              parts.add(video.codec());
            });
    parts.add(MediaTime.timecode(inspection.durationSeconds()));
    int tracks = inspection.audio().size();
    parts.add(tracks == 1 ? "1 sound track" : (tracks == 0 ? "no" : tracks) + " sound tracks");
    return String.join(", ", parts);
  }
}
