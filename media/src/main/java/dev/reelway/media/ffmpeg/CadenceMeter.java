package dev.reelway.media.ffmpeg;

import dev.reelway.contracts.master.FieldOrder;
import dev.reelway.contracts.master.Pulldown;
import dev.reelway.contracts.time.Rational;
import dev.reelway.contracts.time.TickRuns;
import dev.reelway.media.scan.MeasuredCadence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Looks for the rhythm of 3:2 pulldown in how much each field differs from that of the picture
 * before:
 *
 * <pre>
 *  position        0      1      2      3      4
 *  first field     moves  moves  stands moves  moves
 *  second field    moves  moves  moves  moves  stands
 * </pre>
 *
 * Where one field stands, the other moves if anything does. A rhythm fits when those that must
 * stand differ far less than those beside them, and is contradicted when they differ as much.
 * Pictures are judged in windows, because a rhythm that breaks off for a moment is no constant one.
 */
final class CadenceMeter implements AutoCloseable {

  /** Half a second, and whole cycles. */
  private static final int WINDOW = 3 * Pulldown.CYCLE;

  // Mean differences in percent of the full range, as the filter gives them: a movement of a tenth
  // of an 8-bit step shows, while what encoders leave of noise stays below one step.
  private static final double LEAST_MOVEMENT = 0.04;
  private static final double NOISE = 0.4;

  /** Fields that stand differ this many times less than those that move. */
  private static final double CLEAR = 3;

  private static final double UNCLEAR = 1.5;

  private static final String FILTERS =
      "split=2[t][b];[t]field=type=top,scdet=threshold=100,buffersink@0"
          + ";[b]field=type=bottom,scdet=threshold=100,buffersink@1";

  private final Rational timeBase;
  private final TickRuns pictures;
  private final double[] difference = new double[2];
  private final double[][] sums = new double[2][Pulldown.CYCLE];
  private final int[][] fitting = new int[2][Pulldown.CYCLE];
  private final int[][] contradicting = new int[2][Pulldown.CYCLE];
  private MeasuringGraph graph;
  private String source = "";
  private int last = Integer.MIN_VALUE;

  /**
   * A meter.
   *
   * @param pictures presentation times of all pictures, by which they are numbered
   */
  CadenceMeter(Rational timeBase, TickRuns pictures) {
    this.timeBase = timeBase;
    this.pictures = pictures;
  }

  /** Measures one picture, in presentation order. */
  void take(AVFrame frame, long ticks) {
    int number = pictures.indexOf(ticks);
    if (number < 0) {
      return;
    }
    boolean follows = number == last + 1;
    String wanted = FilterGraphs.pictures(frame, timeBase);
    if (!follows || !wanted.equals(source)) {
      endGraph();
      source = wanted;
      graph = MeasuringGraph.ofPictures(source, FILTERS, List.of(sink(0), sink(1)));
      follows = false;
    }
    graph.feed(frame, ticks);
    if (number / WINDOW != last / WINDOW) {
      endWindow();
    }
    last = number;
    if (follows) {
      sums[0][number % Pulldown.CYCLE] += difference[0];
      sums[1][number % Pulldown.CYCLE] += difference[1];
    }
  }

  private MeasuringGraph.Sink sink(int field) {
    return frame -> difference[field] = MeasuringGraph.number(frame, "lavfi.scd.mafd");
  }

  private void endWindow() {
    for (int order = 0; order < 2; order++) {
      for (int first = 0; first < Pulldown.CYCLE; first++) {
        judge(order, first);
      }
    }
    for (double[] field : sums) {
      Arrays.fill(field, 0);
    }
  }

  private void judge(int order, int first) {
    double[] firstField = sums[order];
    double[] secondField = sums[1 - order];
    int two = (first + 2) % Pulldown.CYCLE;
    int four = (first + 4) % Pulldown.CYCLE;
    double still = firstField[two] + secondField[four];
    double moving = secondField[two] + firstField[four];
    int measured = 2 * WINDOW / Pulldown.CYCLE;
    if (moving > LEAST_MOVEMENT * measured && moving > CLEAR * still) {
      fitting[order][first]++;
    } else if (still > NOISE * measured && still * UNCLEAR > moving) {
      contradicting[order][first]++;
    }
  }

  /** What was seen up to now, the best first. */
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

  private void endGraph() {
    if (graph != null) {
      graph.close();
      graph = null;
    }
  }

  @Override
  public void close() {
    endGraph();
  }
}
