package dev.reelway.media.ffmpeg;

import dev.reelway.contracts.time.Rational;
import dev.reelway.contracts.time.TickRuns;
import dev.reelway.media.scan.MeasuredCadence;
import dev.reelway.media.scan.MeasuredFields;
import dev.reelway.media.scan.PictureAnalysis;
import java.util.List;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Measures decoded pictures with FFmpeg's filters: black, frozen, made of fields, with black bars.
 * Results are only those of the filters; what they mean is decided elsewhere.
 */
final class PictureMeter implements AutoCloseable {

  // A picture is black when nearly all of it is (a title card is not), by luma below a twelfth. A
  // pause of nothing makes the filter report from the first frozen picture on.
  private static final String FILTERS =
      "blackdetect=picture_black_ratio_th=0.999:pixel_black_th=0.08"
          + ",freezedetect=noise=0.001:duration=0.000001"
          + ",cropdetect=skip=0:reset=0:round=2,buffersink@0";

  private final Rational timeBase;
  private final Optional<CadenceMeter> cadence;
  private final TickStretches black = new TickStretches();
  private final TickStretches frozen = new TickStretches();
  private MeasuringGraph graph;
  private String source = "";
  private long frames;
  private long fed = FFmpeg.NO_TICKS;
  private long step;
  private long measured;
  private MeasuredFields fields = MeasuredFields.NONE;
  private MeasuredFields graphFields = MeasuredFields.NONE;
  private Optional<PictureAnalysis.Box> content = Optional.empty();

  /**
   * A meter.
   *
   * @param pictures presentation times of all pictures that the title shows
   */
  PictureMeter(Rational timeBase, TickRuns pictures) {
    this(timeBase, Optional.of(new CadenceMeter(timeBase, pictures)));
  }

  private PictureMeter(Rational timeBase, Optional<CadenceMeter> cadence) {
    this.timeBase = timeBase;
    this.cadence = cadence;
  }

  /** A meter of pictures that do not follow each other, so that nothing is told of fields. */
  static PictureMeter ofSinglePictures(Rational timeBase) {
    return new PictureMeter(timeBase, Optional.empty());
  }

  /** Measures one picture, in presentation order. */
  void take(AVFrame frame) {
    long ticks = frame.best_effort_timestamp();
    if (ticks == FFmpeg.NO_TICKS || (fed != FFmpeg.NO_TICKS && ticks <= fed)) {
      return;
    }
    String wanted = FilterGraphs.pictures(frame, timeBase);
    if (!wanted.equals(source)) {
      endGraph(ticks);
      source = wanted;
      graph =
          MeasuringGraph.ofPictures(
              source, (cadence.isPresent() ? "idet," : "") + FILTERS, List.of(this::read));
      measured = ticks;
    }
    step = fed == FFmpeg.NO_TICKS ? 0 : ticks - fed;
    fed = ticks;
    frames++;
    graph.feed(frame, ticks);
    cadence.ifPresent(meter -> meter.take(frame, ticks));
  }

  /** Says that the next picture does not follow the last one. */
  void pause() {
    endGraph(fed + step);
    source = "";
    fed = FFmpeg.NO_TICKS;
  }

  private void endGraph(long ticks) {
    if (graph != null) {
      graph.end();
      black.close(ticks);
      frozen.close(ticks);
      fields = fields.plus(graphFields);
      graphFields = MeasuredFields.NONE;
      graph.close();
      graph = null;
    }
  }

  private void read(AVFrame frame) {
    long ticks = frame.pts();
    if (MeasuringGraph.has(frame, "lavfi.black_start")) {
      black.open(ticks);
    }
    if (MeasuringGraph.has(frame, "lavfi.black_end")) {
      black.close(ticks);
    }
    boolean moves = MeasuringGraph.has(frame, "lavfi.freezedetect.freeze_end");
    if (moves) {
      frozen.close(ticks);
    } else if (MeasuringGraph.has(frame, "lavfi.freezedetect.freeze_start")) {
      frozen.open(measured);
    }
    measured = ticks;
    if (cadence.isPresent()) {
      graphFields = fields(frame);
    }
    content(frame);
  }

  // The filter counts from its first picture on, so the last frame has the sums. Of its two ways to
  // look, the one that forgets is taken: the other turns six pictures in a black hour into an hour.
  private static MeasuredFields fields(AVFrame frame) {
    return new MeasuredFields(
        count(frame, "single.tff"),
        count(frame, "single.bff"),
        count(frame, "single.progressive"),
        count(frame, "single.undetermined"),
        count(frame, "repeated.top") + count(frame, "repeated.bottom"));
  }

  private static long count(AVFrame frame, String key) {
    return Math.round(MeasuringGraph.number(frame, "lavfi.idet." + key));
  }

  private void content(AVFrame frame) {
    PictureAnalysis.Box box =
        new PictureAnalysis.Box(
            (int) MeasuringGraph.number(frame, "lavfi.cropdetect.x1"),
            (int) MeasuringGraph.number(frame, "lavfi.cropdetect.y1"),
            (int) MeasuringGraph.number(frame, "lavfi.cropdetect.x2"),
            (int) MeasuringGraph.number(frame, "lavfi.cropdetect.y2"));
    if (box.left() < box.right() && box.top() < box.bottom()) {
      content = Optional.of(content.map(box::with).orElse(box));
    }
  }

  long frames() {
    return frames;
  }

  TickStretches black() {
    return black;
  }

  TickStretches frozen() {
    return frozen;
  }

  MeasuredFields fields() {
    return fields;
  }

  List<MeasuredCadence> cadences() {
    return cadence.map(CadenceMeter::cadences).orElse(List.of());
  }

  Optional<PictureAnalysis.Box> content() {
    return content;
  }

  @Override
  public void close() {
    cadence.ifPresent(CadenceMeter::close);
    if (graph != null) {
      graph.close();
    }
  }
}
