package dev.reelway.media.ffmpeg;

import dev.reelway.contracts.time.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Measures how much of a picture's detail is as fine as its size allows.
 *
 * <p>A picture and its copy at half the size, enlarged again, differ by what only the full size can
 * hold. The same is done with the half-size picture and the quarter-size one:
 *
 * <pre>
 *  picture ─┬─ ½ ─┬─ ¼ ─┬─ ⅛
 *           │ e1  │ e2  │ e3      mean square error of each against the next, enlarged
 * </pre>
 *
 * The share is e1 / (e2 + e3). Natural pictures, soft ones included, have 0.04 and more; enlarged
 * ones have a hole at the fine end. It does not depend on contrast.
 */
final class DetailMeter implements AutoCloseable {

  /** Smaller pictures have no eighth to speak of. */
  private static final int SMALLEST_SIDE = 128;

  /** Below this, in squares of 8-bit steps, a picture is too flat to tell. */
  private static final double LEAST_DETAIL = 8;

  /** Fewer pictures prove nothing. */
  private static final int LEAST_PICTURES = 3;

  private static final String SCALE = ":flags=lanczos+accurate_rnd+bitexact";
  private static final String HALF = "scale=w=iw/2:h=ih/2" + SCALE;
  private static final String DOUBLE = "scale=w=iw*2:h=ih*2" + SCALE;

  private static final String FILTERS =
      "crop=trunc(iw/8)*8:trunc(ih/8)*8,format=gray,split=2[p1][p2]"
          + (";[p2]" + HALF + ",split=3[h1][h2][h3]")
          + (";[h3]" + HALF + ",split=3[q1][q2][q3]")
          + (";[h1]" + DOUBLE + "[up1];[p1][up1]psnr,buffersink@0")
          + (";[q1]" + DOUBLE + "[up2];[h2][up2]psnr,buffersink@1")
          + (";[q2]" + HALF + "," + DOUBLE + "[up3];[q3][up3]psnr,buffersink@2");

  private final Rational timeBase;
  private final List<List<Double>> errors =
      List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
  private MeasuringGraph graph;
  private String source = "";
  private long number;

  DetailMeter(Rational timeBase) {
    this.timeBase = timeBase;
  }

  /** Measures one picture. */
  void take(AVFrame frame) {
    if (Math.min(frame.width(), frame.height()) < SMALLEST_SIDE) {
      return;
    }
    String wanted = FilterGraphs.pictures(frame, timeBase);
    if (!wanted.equals(source)) {
      end();
      source = wanted;
      graph = MeasuringGraph.ofPictures(source, FILTERS, List.of(sink(0), sink(1), sink(2)));
    }
    graph.feed(frame, number++);
  }

  private MeasuringGraph.Sink sink(int level) {
    return frame -> errors.get(level).add(MeasuringGraph.number(frame, "lavfi.psnr.mse.y"));
  }

  private void end() {
    if (graph != null) {
      graph.end();
      graph.close();
      graph = null;
    }
  }

  /** The median share of all pictures with enough detail. */
  OptionalDouble share() {
    end();
    List<Double> shares = new ArrayList<>();
    for (int i = 0; i < errors.get(2).size(); i++) {
      double coarse = errors.get(1).get(i) + errors.get(2).get(i);
      if (coarse >= LEAST_DETAIL) {
        shares.add(errors.get(0).get(i) / coarse);
      }
    }
    shares.sort(null);
    return shares.size() < LEAST_PICTURES
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.round(shares.get(shares.size() / 2) * 10_000) / 10_000.0);
  }

  @Override
  public void close() {
    if (graph != null) {
      graph.close();
    }
  }
}
