package dev.reelway.ingest.inspect;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.master.Excerpt;
import dev.reelway.contracts.master.Inspection;
import dev.reelway.contracts.master.VideoStream;
import dev.reelway.contracts.time.FrameRate;
import dev.reelway.contracts.time.Rational;
import java.util.List;
import java.util.Optional;

/**
 * Makes of a whole title's inspection that of a piece of its picture: t = 0 lies at the piece's
 * first frame, and the map from output frames to source frames holds only the piece's.
 *
 * <pre>
 *  frameMap  ├───────────┬═══════════┬──────────────┤
 *            0         start    start + seconds    end
 * </pre>
 */
public final class ExcerptCut {

  private ExcerptCut() {}

  /**
   * Cuts. Sound and text are left out: ladders are tried for their picture.
   *
   * @throws ReelwayException {@code MASTER_WITHOUT_MEDIA} if the title has no picture
   */
  public static Inspection of(Inspection whole, Excerpt excerpt) {
    VideoStream video = whole.video().orElseThrow(ExcerptCut::noPicture);
    FrameRate rate = video.rate();
    int frames = video.frameMap().size();
    int wanted = Math.max(1, Math.toIntExact(rate.framesIn(excerpt.seconds())));
    int count = Math.min(frames, wanted);
    int first = Math.toIntExact(Math.min(frames - count, rate.framesIn(excerpt.startSeconds())));
    Rational start = rate.timeOf(first).seconds();
    return new Inspection(
        whole.schema(),
        whole.master(),
        List.of(),
        whole.container(),
        rate.timeOf(count).seconds(),
        whole.originSeconds().plus(start),
        whole.clock(),
        Optional.of(cut(video, first, count)),
        List.of(),
        List.of(),
        whole.others(),
        whole.findings());
  }

  private static ReelwayException noPicture() {
    return new ReelwayException(
        FailureKind.MASTER_WITHOUT_MEDIA, "The title has no picture to try a ladder on.");
  }

  private static VideoStream cut(VideoStream video, int first, int count) {
    return new VideoStream(
        video.index(),
        video.codec(),
        video.profile(),
        video.width(),
        video.height(),
        video.sampleAspectRatio(),
        video.crop(),
        video.mirrored(),
        video.rotationDegrees(),
        video.pixelFormat(),
        video.bitDepth(),
        video.colour(),
        video.hdr(),
        video.fieldOrder(),
        video.pulldown(),
        video.timeBase(),
        video.rate(),
        video.variableRate(),
        video.presentationTimes(),
        video.frameMap().slice(first, first + count),
        video.seekPoints(),
        video.bitsPerSecond());
  }
}
