package dev.reelway.cli.play;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;

/**
 * How a title played.
 *
 * @param currentSeconds where the player stands
 * @param durationSeconds how long the browser says the title is
 * @param decodedFrames frames that came out of the video decoder
 * @param playedRanges how many separate stretches were played; one means no jump
 * @param seeks jumps in the middle of the title; players jump over gaps
 * @param samples the log
 */
record Playback(
    double currentSeconds,
    double durationSeconds,
    long decodedFrames,
    long playedRanges,
    long seeks,
    List<Sample> samples) {

  /**
   * One line of the log.
   *
   * @param seconds where the player stood
   * @param audioBytes how many bytes of sound had been decoded
   * @param bufferedRanges how many separate stretches were buffered
   */
  record Sample(double seconds, long audioBytes, long bufferedRanges) {}

  static Playback read(Page page) {
    Map<?, ?> read =
        (Map<?, ?>)
            page.evaluate(
                """
                () => {
                  const video = document.getElementById('video');
                  return {
                    current: video.currentTime,
                    duration: video.duration,
                    frames: window.reelway.decodedVideoFrames,
                    played: video.played.length,
                    seeks: window.seeks,
                    samples: window.samples,
                  };
                }
                """);
    List<Sample> samples = ((List<?>) read.get("samples")).stream().map(Playback::sample).toList();
    return new Playback(
        number(read.get("current")).doubleValue(),
        number(read.get("duration")).doubleValue(),
        number(read.get("frames")).longValue(),
        number(read.get("played")).longValue(),
        number(read.get("seeks")).longValue(),
        samples);
  }

  private static Sample sample(Object line) {
    List<?> values = (List<?>) line;
    return new Sample(
        number(values.get(0)).doubleValue(),
        number(values.get(1)).longValue(),
        number(values.get(2)).longValue());
  }

  private static Number number(Object value) {
    return (Number) value;
  }

  /** Bytes of sound decoded while the player stood between two moments. */
  long audioBytesBetween(double fromSeconds, double toSeconds) {
    var bytes =
        samples.stream()
            .filter(sample -> sample.seconds() >= fromSeconds && sample.seconds() <= toSeconds)
            .mapToLong(Sample::audioBytes)
            .summaryStatistics();
    return bytes.getCount() == 0 ? 0 : bytes.getMax() - bytes.getMin();
  }
}
