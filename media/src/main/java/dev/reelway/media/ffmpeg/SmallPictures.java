package dev.reelway.media.ffmpeg;

import dev.reelway.contracts.master.Colour;
import dev.reelway.contracts.master.HdrMetadata;
import dev.reelway.contracts.plan.RungPlan;
import dev.reelway.contracts.plan.ToneMap;
import dev.reelway.contracts.plan.VideoCodec;
import dev.reelway.contracts.time.FrameRate;
import dev.reelway.contracts.time.Rational;
import dev.reelway.media.task.VideoTask;
import java.util.List;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Single pictures of a master, scaled to one size in 4:2:0 with eight bits and limited range. */
final class SmallPictures implements AutoCloseable {

  private final VideoTask.Picture title;
  private final RungPlan shape;
  private PictureGraph graph;

  SmallPictures(
      VideoTask.Picture title, int width, int height, Colour colour, Optional<ToneMap> toneMap) {
    this.title = title;
    // The filters look at size, depth, colour and tone map of a rung and at nothing else.
    this.shape =
        new RungPlan(
            "",
            "images",
            width,
            height,
            1,
            FrameRate.of(1, 1),
            VideoCodec.H264,
            "",
            Rational.ONE,
            1,
            1,
            10,
            8,
            colour,
            HdrMetadata.NONE,
            toneMap);
  }

  /** The small picture of {@code frame}, which stays the caller's; the result becomes it. */
  AVFrame of(AVFrame frame) {
    if (graph != null && !graph.suits(frame)) {
      graph.close();
      graph = null;
    }
    if (graph == null) {
      graph = PictureGraph.open(frame, title, List.of(shape));
    }
    return graph.convert(frame).get(0);
  }

  @Override
  public void close() {
    if (graph != null) {
      graph.close();
    }
  }
}
