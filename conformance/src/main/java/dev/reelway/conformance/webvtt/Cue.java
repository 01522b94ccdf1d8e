package dev.reelway.conformance.webvtt;

/**
 * A cue as it stands in a file.
 *
 * @param line of its times, counted from 1
 * @param startMillis local time
 * @param endMillis local time, after the start
 * @param settings behind the times
 * @param text the payload, its lines joined by line feeds
 */
public record Cue(int line, long startMillis, long endMillis, String settings, String text) {

  /** The same cue at another time. */
  public Cue shifted(long millis) {
    return new Cue(line, startMillis + millis, endMillis + millis, settings, text);
  }

  /** Whether this is the other cue, told in another file. */
  public boolean repeats(Cue other) {
    return startMillis == other.startMillis
        && endMillis == other.endMillis
        && text.equals(other.text);
  }
}
