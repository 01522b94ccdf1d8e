package dev.reelway.conformance.hls;

import dev.reelway.conformance.rule.Findings;
import dev.reelway.conformance.webvtt.TimestampMap;
import dev.reelway.conformance.webvtt.WebVttFile;
import dev.reelway.conformance.webvtt.WebVttReader;
import dev.reelway.contracts.time.MediaTime;
import java.util.Optional;

/**
 * Judges WebVTT files that follow one another without knowing their playlist. The first one's
 * {@code X-TIMESTAMP-MAP} says where their time lies; whether it is the picture's can only be
 * judged with the title.
 */
public final class TextPart {
  private final TextSegments segments;
  private Optional<Long> originMillis = Optional.empty();

  /** Findings are those of this track. */
  public TextPart(String track, Findings findings) {
    this.segments = new TextSegments(track, findings);
  }

  /** Judges the next file, which is shown from {@code start} for {@code duration}. */
  public void see(String path, byte[] bytes, MediaTime start, MediaTime duration) {
    WebVttFile file = WebVttReader.read(bytes);
    long origin =
        originMillis.orElseGet(() -> file.map().map(TimestampMap::offsetMillis).orElse(0L));
    originMillis = Optional.of(origin);
    long from = start.seconds().times(1000).round();
    long to = start.seconds().plus(duration.seconds()).times(1000).round();
    segments.next(path, file, origin + from, origin + to);
  }
}
