package dev.reelway.ingest.inspect;

import dev.reelway.contracts.master.AudioStream;
import dev.reelway.contracts.master.Inspection;
import dev.reelway.contracts.master.SeekPoint;
import dev.reelway.contracts.master.SourceFiles;
import dev.reelway.contracts.master.VideoStream;
import dev.reelway.contracts.time.Rational;
import dev.reelway.contracts.time.TickRuns;
import dev.reelway.media.scan.MasterScan;
import dev.reelway.media.scan.StreamScan;
import dev.reelway.media.task.AnalysisTask;
import java.util.ArrayList;
import java.util.List;

/**
 * How much of a master is decoded to look at it. The sound always is, whole. The picture is, when
 * that costs less than about a quarter of a minute of one core, or when it was asked for; else key
 * pictures over the whole title and some runs of consecutive pictures stand for it (decision 0071).
 */
final class AnalysisRule {

  /** One core decodes and measures about 300 million pixels of H.264 a second. */
  private static final long WHOLE_PIXELS = 4_000_000_000L;

  private static final long KEY_PIXELS = WHOLE_PIXELS / 4;
  private static final int MOST_KEYS = 600;
  private static final int RUNS = 5;
  private static final long RUN_PIXELS = WHOLE_PIXELS / 10;
  private static final int LONGEST_RUN = 100;
  private static final int SHORTEST_RUN = 12;

  private AnalysisRule() {}

  static AnalysisTask task(Inspection inspection, MasterScan scan, boolean thorough) {
    return new AnalysisTask(
        inspection.clock(),
        inspection.video().map(video -> picture(video, scan, thorough)),
        inspection.audio().stream()
            .filter(audio -> audio.file() == SourceFiles.MASTER)
            .map(AudioStream::index)
            .toList(),
        inspection.originSeconds(),
        inspection.durationSeconds());
  }

  private static AnalysisTask.Picture picture(
      VideoStream video, MasterScan scan, boolean thorough) {
    StreamScan stream =
        scan.streams().stream().filter(s -> s.index() == video.index()).findFirst().orElseThrow();
    StreamScan.Video facts = stream.video().orElseThrow();
    TickRuns frames = shown(video, stream, facts.presentationTimes());
    long pixels = (long) facts.width() * facts.height();
    boolean whole = thorough || frames.size() * pixels <= WHOLE_PIXELS;
    return new AnalysisTask.Picture(
        stream.index(),
        frames,
        whole ? List.of() : keys(facts.seekPoints(), (int) (KEY_PIXELS / pixels)),
        whole ? List.of() : runs(facts.seekPoints(), frames, pixels),
        whole ? 0 : WHOLE_PIXELS / pixels);
  }

  /**
   * The pictures that the title shows, in ticks of the container. Damage in others does no harm.
   */
  private static TickRuns shown(VideoStream video, StreamScan stream, TickRuns all) {
    if (!video.variableRate()) {
      return all;
    }
    Rational unit = stream.timeBase().dividedBy(video.timeBase()); // 2 where fields are counted
    long[] map = video.frameMap().toArray();
    long[] times = all.toArray();
    long[] kept = new long[times.length];
    int count = 0;
    int next = 0;
    for (int i = 0; i < times.length; i++) {
      long end = i + 1 < times.length ? unit.times(times[i + 1]).floor() : Long.MAX_VALUE;
      boolean used = false;
      while (next < map.length && map[next] < end) {
        used = true;
        next++;
      }
      if (used) {
        kept[count++] = times[i];
      }
    }
    return TickRuns.of(java.util.Arrays.copyOf(kept, count));
  }

  private static List<SeekPoint> keys(List<SeekPoint> all, int affordable) {
    int wanted = Math.min(all.size(), Math.max(RUNS, Math.min(MOST_KEYS, affordable)));
    List<SeekPoint> keys = new ArrayList<>(wanted);
    for (int i = 0; i < wanted; i++) {
      keys.add(all.get((int) ((long) i * all.size() / wanted)));
    }
    return keys;
  }

  /** Runs in the middle of each fifth of the title, as far as there are key pictures. */
  private static List<AnalysisTask.Run> runs(List<SeekPoint> points, TickRuns frames, long pixels) {
    int length = (int) Math.max(SHORTEST_RUN, Math.min(LONGEST_RUN, RUN_PIXELS / RUNS / pixels));
    List<AnalysisTask.Run> runs = new ArrayList<>();
    if (points.isEmpty()) {
      return List.of(run(SeekPoint.FILE_START, 0, frames, length));
    }
    SeekPoint last = null;
    for (int i = 0; i < RUNS; i++) {
      SeekPoint start = points.get((2 * i + 1) * points.size() / (2 * RUNS));
      int index = frames.indexFrom(start.presentationTicks());
      if (!start.equals(last) && index < frames.size()) {
        runs.add(run(start, index, frames, length));
      }
      last = start;
    }
    return runs;
  }

  private static AnalysisTask.Run run(SeekPoint start, int index, TickRuns frames, int length) {
    return new AnalysisTask.Run(start, frames.get(Math.min(frames.size(), index + length) - 1));
  }
}
