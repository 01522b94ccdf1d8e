package dev.reelway.media.ffmpeg;

import dev.reelway.contracts.master.FieldOrder;
import dev.reelway.contracts.master.Pulldown;
import dev.reelway.contracts.time.TickRuns;
import dev.reelway.media.scan.MeasuredCadence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Looks for the rhythm of 3:2 pulldown in what {@code idet} says of each picture.
 *
 * <pre>
 *  position     0      1      2                3      4
 *  looks        whole  whole  combed           combed whole
 *  repeats      –      –      the first field  –      the second field
 * </pre>
 *
 * Pictures are judged in windows, because a rhythm that breaks off for a moment is no constant one.
 */
final class CadenceMeter {

  /** About a second, and whole cycles. */
  private static final int WINDOW = 6 * Pulldown.CYCLE;

  /** Repeated fields in the right places that make a window speak for a rhythm. */
  private static final int LEAST_REPEATS = 4;

  /** What speaks against a rhythm must be this much and a quarter of what speaks for it. */
  private static final int LEAST_AGAINST = 3;

  private static final int SHARE = 4;

  private final TickRuns pictures;
  private final int[] whole = new int[Pulldown.CYCLE];
  private final int[] combed = new int[Pulldown.CYCLE];
  private final int[] topRepeats = new int[Pulldown.CYCLE];
  private final int[] bottomRepeats = new int[Pulldown.CYCLE];
  private final int[][] fitting = new int[2][Pulldown.CYCLE];
  private final int[][] contradicting = new int[2][Pulldown.CYCLE];
  private int window = -1;

  /**
   * A meter.
   *
   * @param pictures presentation times of all pictures, by which they are numbered
   */
  CadenceMeter(TickRuns pictures) {
    this.pictures = pictures;
  }

  /** Takes a picture with the filter's words on it. */
  void take(AVFrame frame) {
    int number = pictures.indexOf(frame.pts());
    if (number < 0) {
      return;
    }
    if (number / WINDOW != window) {
      endWindow();
      window = number / WINDOW;
    }
    int phase = number % Pulldown.CYCLE;
    switch (MeasuringGraph.word(frame, "lavfi.idet.single.current_frame")) {
      case "progressive" -> whole[phase]++;
      case "tff", "bff" -> combed[phase]++;
      default -> {}
    }
    switch (MeasuringGraph.word(frame, "lavfi.idet.repeated.current_frame")) {
      case "top" -> topRepeats[phase]++;
      case "bottom" -> bottomRepeats[phase]++;
      default -> {}
    }
  }

  private void endWindow() {
    for (int first = 0; first < Pulldown.CYCLE; first++) {
      judge(0, first, topRepeats, bottomRepeats);
      judge(1, first, bottomRepeats, topRepeats);
    }
    for (int[] counts : List.of(whole, combed, topRepeats, bottomRepeats)) {
      Arrays.fill(counts, 0);
    }
  }

  private void judge(int order, int first, int[] firstRepeats, int[] secondRepeats) {
    int repeats = firstRepeats[at(first, 2)] + secondRepeats[at(first, 4)];
    int mixed = combed[at(first, 2)] + combed[at(first, 3)];
    int against =
        sum(firstRepeats)
            + sum(secondRepeats)
            - repeats
            + (sum(combed) - mixed)
            + whole[at(first, 2)]
            + whole[at(first, 3)];
    boolean contradicts = against >= LEAST_AGAINST && against * SHARE > repeats + mixed;
    if (contradicts) {
      contradicting[order][first]++;
    } else if (repeats >= LEAST_REPEATS) {
      fitting[order][first]++;
    }
  }

  private static int at(int first, int position) {
    return (first + position) % Pulldown.CYCLE;
  }

  private static int sum(int[] counts) {
    return Arrays.stream(counts).sum();
  }

  /** What was seen up to now; the pictures that follow begin a new window. */
  List<MeasuredCadence> cadences() {
    endWindow();
    List<MeasuredCadence> seen = new ArrayList<>();
    for (int order = 0; order < 2; order++) {
      for (int first = 0; first < Pulldown.CYCLE; first++) {
        if (fitting[order][first] > 0) {
          seen.add(
              new MeasuredCadence(
                  order == 0 ? FieldOrder.TOP_FIRST : FieldOrder.BOTTOM_FIRST,
                  first,
                  fitting[order][first],
                  contradicting[order][first]));
        }
      }
    }
    seen.sort(Comparator.comparingInt(MeasuredCadence::fitting).reversed());
    return seen;
  }
}
