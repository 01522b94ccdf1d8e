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
import java.util.Optional;
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

  /** How many fields of a window must stand. */
  private static final int MEASURED = 2 * WINDOW / Pulldown.CYCLE;

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

  /** One of the ten possible ones, see {@link MeasuredCadence}. */
  private record Rhythm(boolean topFirst, int firstCycle) {}

  /**
   * A window in the light of a rhythm.
   *
   * @param standing mean difference of the fields that must stand
   * @param moving mean difference of the fields beside them
   */
  private record Window(double standing, double moving) {

    boolean fits() {
      return moving > LEAST_MOVEMENT && moving > CLEAR * standing;
    }

    /** Differences that are no larger than the noise of fields that do stand say nothing. */
    boolean contradicts(double noise) {
      return standing > noise && standing * UNCLEAR > moving;
    }
  }

  private final Rational timeBase;
  private final TickRuns pictures;
  private final double[] difference = new double[2];
  private final double[][] sums = new double[2][Pulldown.CYCLE];
  private final List<Rhythm> rhythms = new ArrayList<>();
  private final List<List<Window>> windows = new ArrayList<>();
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
    for (int first = 0; first < Pulldown.CYCLE; first++) {
      rhythms.add(new Rhythm(true, first));
      rhythms.add(new Rhythm(false, first));
    }
    rhythms.forEach(rhythm -> windows.add(new ArrayList<>()));
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
    for (int i = 0; i < rhythms.size(); i++) {
      Rhythm rhythm = rhythms.get(i);
      double[] first = sums[rhythm.topFirst() ? 0 : 1];
      double[] second = sums[rhythm.topFirst() ? 1 : 0];
      int two = (rhythm.firstCycle() + 2) % Pulldown.CYCLE;
      int four = (rhythm.firstCycle() + 4) % Pulldown.CYCLE;
      windows
          .get(i)
          .add(
              new Window(
                  (first[two] + second[four]) / MEASURED, (second[two] + first[four]) / MEASURED));
    }
    for (double[] field : sums) {
      Arrays.fill(field, 0);
    }
  }

  /** What was seen up to now, the best first. */
  List<MeasuredCadence> cadences() {
    endWindow();
    List<MeasuredCadence> seen = new ArrayList<>();
    for (int i = 0; i < rhythms.size(); i++) {
      judge(rhythms.get(i), windows.get(i)).ifPresent(seen::add);
    }
    seen.sort(Comparator.comparingInt(MeasuredCadence::fitting).reversed());
    return seen;
  }

  private static Optional<MeasuredCadence> judge(Rhythm rhythm, List<Window> windows) {
    double[] standing =
        windows.stream().filter(Window::fits).mapToDouble(Window::standing).sorted().toArray();
    if (standing.length == 0) {
      return Optional.empty();
    }
    double noise = Math.max(NOISE, 2 * standing[standing.length / 2]);
    long against = windows.stream().filter(window -> window.contradicts(noise)).count();
    return Optional.of(
        new MeasuredCadence(
            rhythm.topFirst() ? FieldOrder.TOP_FIRST : FieldOrder.BOTTOM_FIRST,
            rhythm.firstCycle(),
            standing.length,
            (int) against));
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
