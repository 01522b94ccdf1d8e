package dev.reelway.media.text.write;

import dev.reelway.contracts.time.Rational;
import dev.reelway.media.text.cue.Cue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Cues on the title's clock: t = 0 is the first picture, times are whole milliseconds, nothing lies
 * outside the title.
 *
 * @param cues by start, then by end; times in whole milliseconds
 * @param cut how many began before the title or went on after its end
 * @param dropped how many lay outside altogether
 */
public record TitleCues(List<TimedCue> cues, int cut, int dropped) {

  /**
   * A cue in milliseconds of the title.
   *
   * @param startMillis when it appears
   * @param endMillis when it goes, later
   * @param settings as {@link Cue#settings}
   * @param text as {@link Cue#text}
   */
  public record TimedCue(long startMillis, long endMillis, String settings, String text) {}

  /** Defensive copy. */
  public TitleCues {
    cues = List.copyOf(cues);
  }

  /**
   * Moves cues to the title's clock.
   *
   * @param originSeconds the instant of the source's clock that becomes t = 0
   * @param durationSeconds of the title
   */
  public static TitleCues of(List<Cue> source, Rational originSeconds, Rational durationSeconds) {
    long title = durationSeconds.times(1000).round();
    List<TimedCue> cues = new ArrayList<>();
    int cut = 0;
    int dropped = 0;
    for (Cue cue : source) {
      long start = cue.start().minus(originSeconds).times(1000).round();
      long end = cue.end().minus(originSeconds).times(1000).round();
      if (end <= 0 || start >= title) {
        dropped++;
      } else {
        long from = Math.max(0, start);
        long to = Math.min(title, Math.max(end, from + 1));
        cut += start < 0 || end > title ? 1 : 0;
        cues.add(new TimedCue(from, to, cue.settings(), cue.text()));
      }
    }
    cues.sort(
        Comparator.comparingLong(TimedCue::startMillis).thenComparingLong(TimedCue::endMillis));
    return new TitleCues(cues, cut, dropped);
  }
}
