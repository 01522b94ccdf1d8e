package dev.reelway.media.ffmpeg;

import dev.reelway.contracts.master.SeekPoint;
import dev.reelway.contracts.time.Rational;
import dev.reelway.media.scan.PictureAnalysis;
import dev.reelway.media.task.AnalysisTask;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Single key pictures of a title, and what looks suspicious between them. */
final class KeyPictures implements AutoCloseable {

  private final PictureMeter meter;
  private final List<SeekPoint> seen = new ArrayList<>();
  private final List<long[]> unseen = new ArrayList<>();

  KeyPictures(Rational timeBase) {
    this.meter = PictureMeter.ofSinglePictures(timeBase);
  }

  /** Takes the first picture from {@code key} on; no more is wanted then. */
  boolean take(AVFrame frame, SeekPoint key) {
    if (frame.best_effort_timestamp() < key.presentationTicks()) {
      return true;
    }
    frame.best_effort_timestamp(key.presentationTicks());
    meter.take(frame);
    seen.add(key);
    return false;
  }

  /**
   * From the key picture before each suspicious stretch to the one after it, as far as the task
   * allows so many pictures.
   */
  List<AnalysisTask.Run> suspects(AnalysisTask.Picture picture) {
    meter.pause();
    TickStretches both = new TickStretches();
    meter.black().forEach(both::add);
    meter.frozen().forEach(both::add);
    List<AnalysisTask.Run> runs = new ArrayList<>();
    long[] budget = {picture.suspectFrames()};
    both.joined()
        .forEach(
            (from, to) -> {
              SeekPoint start = before(from);
              long end = after(to);
              long frames =
                  (long) picture.frames().indexFrom(end)
                      - picture.frames().indexFrom(start.presentationTicks());
              if (frames <= budget[0]) {
                budget[0] -= frames;
                runs.add(new AnalysisTask.Run(start, end));
              } else {
                unseen.add(new long[] {from, to});
              }
            });
    return runs;
  }

  /** Stretches that were too long to be looked at are known by their key pictures alone. */
  void unseen(PictureMeter detailed) {
    for (long[] stretch : unseen) {
      meter.black().within(stretch[0], stretch[1], detailed.black());
      meter.frozen().within(stretch[0], stretch[1], detailed.frozen());
    }
  }

  private SeekPoint before(long ticks) {
    SeekPoint found = seen.get(0);
    for (SeekPoint key : seen) {
      if (key.presentationTicks() < ticks) {
        found = key;
      }
    }
    return found;
  }

  private long after(long ticks) {
    for (SeekPoint key : seen) {
      if (key.presentationTicks() >= ticks) {
        return key.presentationTicks();
      }
    }
    return Long.MAX_VALUE;
  }

  long frames() {
    return meter.frames();
  }

  Optional<PictureAnalysis.Box> content() {
    return meter.content();
  }

  @Override
  public void close() {
    meter.close();
  }
}
