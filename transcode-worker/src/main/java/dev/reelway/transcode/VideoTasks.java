package dev.reelway.transcode;

import dev.reelway.contracts.master.SeekPoint;
import dev.reelway.contracts.master.VideoStream;
import dev.reelway.contracts.plan.ChunkPlan;
import dev.reelway.contracts.plan.EncodePlan;
import dev.reelway.contracts.plan.RungPlan;
import dev.reelway.contracts.time.TickRuns;
import dev.reelway.media.task.VideoTask;
import java.util.ArrayList;
import java.util.List;

/** Cuts what one chunk needs to know out of a plan. */
final class VideoTasks {

  /** How many key packets before the best one are worth a try before reading from the start. */
  private static final int EARLIER_STARTS = 4;

  private VideoTasks() {}

  /** The task that encodes {@code chunk} into {@code rungs}. */
  static VideoTask of(
      EncodePlan plan, ChunkPlan chunk, List<RungPlan> rungs, boolean sampleQuality) {
    VideoStream video = plan.inspection().video().orElseThrow();
    long end = chunk.lookaheadEnd(plan.grid().rate(), plan.grid().frameCount());
    TickRuns frames =
        video.frameMap().slice(Math.toIntExact(chunk.firstFrame()), Math.toIntExact(end));
    return new VideoTask(
        video.index(),
        video.timeBase(),
        plan.inspection().originSeconds(),
        starts(video.seekPoints(), frames.first()),
        frames,
        chunk,
        plan.grid(),
        new VideoTask.Picture(
            video.width(),
            video.height(),
            video.pixelFormat(),
            video.rotationDegrees(),
            video.colour()),
        rungs,
        plan.tolerateDamage(),
        sampleQuality);
  }

  /** Key packets at or before {@code firstTicks}, the nearest first. */
  static List<SeekPoint> starts(List<SeekPoint> seekPoints, long firstTicks) {
    List<SeekPoint> starts = new ArrayList<>();
    for (int i = seekPoints.size() - 1; i >= 0 && starts.size() <= EARLIER_STARTS; i--) {
      if (seekPoints.get(i).presentationTicks() <= firstTicks) {
        starts.add(seekPoints.get(i));
      }
    }
    return starts;
  }
}
