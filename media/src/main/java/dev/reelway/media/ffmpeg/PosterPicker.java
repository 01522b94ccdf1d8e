package dev.reelway.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.av_frame_clone;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import dev.reelway.contracts.plan.ChunkPlan;
import dev.reelway.contracts.plan.PosterPlan;
import dev.reelway.contracts.time.Rational;
import dev.reelway.contracts.time.SegmentGrid;
import dev.reelway.isobmff.Sample;
import dev.reelway.media.task.VideoTask;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Picks the best of a chunk's pictures, one looked at every two seconds, and keeps it as JPEG. */
final class PosterPicker implements AutoCloseable {

  private static final Rational LOOK_EVERY_SECONDS = Rational.of(2);

  private final PosterPlan plan;
  private final SegmentGrid grid;
  private final ChunkPlan chunk;
  private final Path file;
  private final int distance;
  private final SmallPictures pictures;
  private AVFrame best;
  private double bestScore;
  private long bestFrame;

  PosterPicker(VideoTask task, PosterPlan plan, Path file) {
    this.plan = plan;
    this.grid = task.grid();
    this.chunk = task.chunk();
    this.file = file;
    this.distance = grid.rate().framesIn(LOOK_EVERY_SECONDS);
    this.pictures =
        new SmallPictures(
            task.picture(), plan.width(), plan.height(), plan.colour(), plan.toneMap());
  }

  /** Looks at a title frame, in order; {@code frame} stays the caller's. */
  void deliver(AVFrame frame, long titleFrame) {
    if (titleFrame >= chunk.endFrame() || !isCandidate(titleFrame)) {
      return;
    }
    AVFrame picture = pictures.of(frame);
    double score = PictureScore.of(picture);
    if (best == null || score > bestScore) {
      drop();
      best = av_frame_clone(picture);
      bestScore = score;
      bestFrame = titleFrame;
    }
    av_frame_free(picture);
  }

  private boolean isCandidate(long titleFrame) {
    return plan.frame().isPresent()
        ? plan.frame().get() == titleFrame
        : (titleFrame - chunk.firstFrame()) % distance == 0;
  }

  /** Writes the picture. */
  void finish() throws IOException {
    try (PartFile part = PartFile.images(file, grid.rate().timescale(), "Poster");
        JpegEncoder encoder = new JpegEncoder(plan.width(), plan.height(), plan.colour())) {
      byte[] jpeg = encoder.encode(best);
      part.fragment(
          chunk.firstSegment() + 1,
          grid.rate().timeOf(bestFrame).ticks(),
          List.of(new Sample(grid.rate().frameDurationTicks(), jpeg.length, 0, true)),
          List.of(jpeg));
    }
  }

  private void drop() {
    if (best != null) {
      av_frame_free(best);
      best = null;
    }
  }

  @Override
  public void close() {
    drop();
    pictures.close();
  }
}
