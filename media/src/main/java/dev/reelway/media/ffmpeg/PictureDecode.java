package dev.reelway.media.ffmpeg;

import static org.bytedeco.ffmpeg.avutil.AVFrame.AV_FRAME_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import dev.reelway.contracts.master.MasterBytes;
import dev.reelway.contracts.plan.RungPlan;
import dev.reelway.contracts.time.Rational;
import dev.reelway.media.task.DecodeTask;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Decodes the pictures of a track, side by side with those of the master if there is one. The
 * master's are brought to the track's size and colour by the same filters that rungs are made with.
 */
final class PictureDecode implements AutoCloseable {

  private final TrackDecoder track;
  private final SegmentMeter segments;
  private final GroupMeter groups = new GroupMeter();
  private final long firstTicks;
  private final LongConsumer progress;
  private long decoded;
  private AVFrame waiting;

  PictureDecode(TrackDecoder track, SegmentMeter segments, long firstTicks, LongConsumer progress) {
    this.track = track;
    this.segments = segments;
    this.firstTicks = firstTicks;
    this.progress = progress;
  }

  GroupMeter groups() {
    return groups;
  }

  /** Decodes everything. */
  void run(MasterBytes master, Optional<DecodeTask.Pictures> compared) {
    advance();
    if (compared.isPresent() && waiting != null) {
      Optional<RungPlan> rung = ComparedRung.of(waiting, compared.get());
      if (rung.isPresent()) {
        compare(master, compared.get(), rung.get());
      }
    }
    while (waiting != null) {
      advance();
    }
  }

  private void compare(MasterBytes master, DecodeTask.Pictures task, RungPlan rung) {
    try (Comparison comparison = new Comparison(task, rung)) {
      new ChunkReader(master, task.master(), comparison::take).run();
      comparison.scores.finish();
    }
  }

  /** Takes the next picture of the track. */
  private void advance() {
    if (waiting != null) {
      av_frame_free(waiting);
    }
    waiting = track.next();
    if (waiting != null) {
      segments.count(segments.segment(waiting.best_effort_timestamp()), 1);
      progress.accept(++decoded);
    }
  }

  @Override
  public void close() {
    if (waiting != null) {
      av_frame_free(waiting);
    }
  }

  /** The master's pictures on their way beside the track's. */
  private final class Comparison implements AutoCloseable {
    private final DecodeTask.Pictures task;
    private final RungPlan rung;
    private final Rational framesPerTick;
    private final XpsnrPass scores;
    private PictureGraph graph;
    private List<AVFrame> scaled = List.of();
    private long scaledTicks;

    Comparison(DecodeTask.Pictures task, RungPlan rung) {
      this.task = task;
      this.rung = rung;
      this.framesPerTick = track.timeBase().times(task.master().grid().rate().framesPerSecond());
      this.scores = new XpsnrPass(rung, groups);
    }

    boolean take(int index, AVFrame source) {
      if (index % task.rateDivisor() != 0) {
        return true;
      }
      while (waiting != null && number(waiting) < index) {
        advance();
      }
      if (waiting != null && number(waiting) == index && fits(waiting)) {
        boolean key = (waiting.flags() & AV_FRAME_FLAG_KEY) != 0;
        scores.score(scaled(source), waiting, waiting.best_effort_timestamp(), key);
        advance();
      }
      return waiting != null;
    }

    private long number(AVFrame picture) {
      return framesPerTick.times(picture.best_effort_timestamp() - firstTicks).round();
    }

    private boolean fits(AVFrame picture) {
      return picture.width() == rung.width()
          && picture.height() == rung.height()
          && picture.format() == PixelFormats.number(rung);
    }

    // A picture that is shown for several frames is scaled once.
    private AVFrame scaled(AVFrame source) {
      if (scaled.isEmpty() || source.best_effort_timestamp() != scaledTicks) {
        free();
        if (graph != null && !graph.suits(source)) {
          graph.close();
          graph = null;
        }
        if (graph == null) {
          graph = PictureGraph.open(source, task.master().picture(), List.of(rung));
        }
        scaled = graph.convert(source);
        scaledTicks = source.best_effort_timestamp();
      }
      return scaled.get(0);
    }

    private void free() {
      scaled.forEach(picture -> av_frame_free(picture));
      scaled = List.of();
    }

    @Override
    public void close() {
      free();
      if (graph != null) {
        graph.close();
      }
      scores.close();
    }
  }
}
