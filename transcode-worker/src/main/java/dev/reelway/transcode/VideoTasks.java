package dev.reelway.transcode;

import dev.reelway.contracts.master.SeekPoint;
import dev.reelway.contracts.master.VideoStream;
import dev.reelway.contracts.plan.ChunkPlan;
import dev.reelway.contracts.plan.EncodePlan;
import dev.reelway.contracts.time.TickRuns;
import dev.reelway.media.task.VideoTask;
import java.util.ArrayList;
import java.util.List;

/** Cuts what one chunk needs to know out of a plan. */
final class VideoTasks {

  /** How many key packets before the best one are worth a try before reading from the start. */
  private static final int EARLIER_STARTS = 4;

  /** What a deinterlaced frame depends on, and one more. */
  private static final int PICTURES_BEFORE = 2;

  private VideoTasks() {}

  /** The task that makes all pictures that {@code plan} has of {@code chunk}. */
  static VideoTask of(EncodePlan plan, ChunkPlan chunk, boolean sampleQuality) {
    VideoStream video = plan.inspection().video().orElseThrow();
    long end = chunk.lookaheadEnd(plan.grid().rate(), plan.grid().frameCount());
    TickRuns frames =
        video.frameMap().slice(Math.toIntExact(chunk.firstFrame()), Math.toIntExact(end));
    return new VideoTask(
        video.index(),
        video.timeBase(),
        plan.inspection().originSeconds(),
        plan.inspection().clock(),
        decodeFrom(video, frames.first()),
        starts(video.seekPoints(), decodeFrom(video, frames.first())),
        frames,
        chunk,
        plan.grid(),
        VideoTask.Picture.of(video),
        plan.encodedRungs(),
        plan.thumbnails(),
        plan.poster().filter(poster -> poster.isMadeBy(chunk)),
        plan.tolerateDamage(),
        sampleQuality);
  }

  /** The first picture that the deinterlacer needs for the frame at {@code firstTicks}. */
  static long decodeFrom(VideoStream video, long firstTicks) {
    if (!video.fieldOrder().interlaced()) {
      return firstTicks;
    }
    TickRuns fields = video.presentationTimes();
    int picture = fields.indexOf(firstTicks) / 2;
    return fields.get(2 * Math.max(0, picture - PICTURES_BEFORE));
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
