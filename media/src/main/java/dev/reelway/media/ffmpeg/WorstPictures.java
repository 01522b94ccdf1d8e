package dev.reelway.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.av_frame_clone;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.plan.DynamicRange;
import dev.reelway.contracts.plan.RungPlan;
import dev.reelway.contracts.work.PartDetail.Score;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Holds the worst of a rung's scored frames, before and after encoding, until the chunk is done.
 * HDR pictures are not kept: a JPEG cannot show them.
 */
final class WorstPictures implements AutoCloseable {

  private static final int KEPT = 2;

  private record Pair(Score score, AVFrame reference, AVFrame decoded) {}

  private final RungPlan rung;
  private final List<Pair> worst = new ArrayList<>();

  WorstPictures(RungPlan rung) {
    this.rung = rung;
  }

  /** Looks at a scored frame. */
  void offer(Score score, AVFrame reference, AVFrame decoded) {
    if (rung.dynamicRange() == DynamicRange.HDR) {
      return;
    }
    worst.add(new Pair(score, av_frame_clone(reference), av_frame_clone(decoded)));
    worst.sort(Comparator.comparingDouble(pair -> pair.score().decibels()));
    if (worst.size() > KEPT) {
      free(worst.remove(KEPT));
    }
  }

  /**
   * Writes a JPEG for each, the worst first.
   *
   * @param file where the n-th goes, from 0
   * @return their scores; none if they cannot be made: nobody misses a chunk for want of its stills
   */
  List<Score> write(IntFunction<Path> file) throws IOException {
    try {
      for (int i = 0; i < worst.size(); i++) {
        Pair pair = worst.get(i);
        Files.write(file.apply(i), StillPicture.jpeg(rung, pair.reference(), pair.decoded()));
      }
      return worst.stream().map(Pair::score).toList();
    } catch (ReelwayException e) {
      return List.of();
    }
  }

  private static void free(Pair pair) {
    av_frame_free(pair.reference());
    av_frame_free(pair.decoded());
  }

  @Override
  public void close() {
    worst.forEach(WorstPictures::free);
    worst.clear();
  }
}
