package dev.reelway.transcode;

import dev.reelway.contracts.master.VideoStream;
import dev.reelway.contracts.plan.EncodePlan;
import dev.reelway.contracts.plan.Profile;
import dev.reelway.contracts.plan.RungPlan;
import dev.reelway.contracts.time.TickRuns;
import dev.reelway.contracts.work.EncodedChunk;
import dev.reelway.media.MediaEngine;
import dev.reelway.media.testing.FfmpegProgram;
import dev.reelway.platform.storage.MemoryObjectStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One master through the chunked path without loss, and the same master decoded from its first to
 * its last byte by another reader.
 *
 * @param masterFrames how many frames the linear decode gave
 * @param chunks how many chunks the title had
 * @param expected hash of each of the master's frames; by the plan's frame map at a variable rate
 * @param actual hash of each frame of the joined chunks
 */
record LosslessRun(int masterFrames, int chunks, List<String> expected, List<String> actual) {

  static LosslessRun of(MediaEngine engine, Path master, Path folder)
      throws IOException, InterruptedException {
    return of(engine, master, folder, Plans.ladder(1, 60, 2160));
  }

  static LosslessRun of(MediaEngine engine, Path master, Path folder, Profile profile)
      throws IOException, InterruptedException {
    EncodePlan plan =
        Plans.lossless(Plans.finelyChunked(Plans.plan(engine, master, profile, false)));
    try (MemoryObjectStore store = new MemoryObjectStore()) {
      Title title = new Title(plan, master, engine, store, folder.resolve("scratch"));
      List<EncodedChunk> chunks = title.encodePicture();
      RungPlan rung = plan.rungs().get(0);
      Path joined = title.join(rung.track(), chunks, folder.resolve("joined.mp4"));
      List<String> actual =
          FfmpegProgram.pictures(joined, "null").stream().map(FfmpegProgram.Picture::hash).toList();
      List<FfmpegProgram.Picture> linear =
          FfmpegProgram.pictures(master, Plans.oracleFilter(plan, rung));
      VideoStream video = plan.inspection().video().orElseThrow();
      List<String> expected =
          video.variableRate()
              ? mapped(linear, video.frameMap())
              : linear.stream().map(FfmpegProgram.Picture::hash).toList();
      return new LosslessRun(linear.size(), chunks.size(), expected, actual);
    }
  }

  private static List<String> mapped(List<FfmpegProgram.Picture> linear, TickRuns frameMap) {
    Map<Long, String> hashes = new HashMap<>();
    linear.forEach(picture -> hashes.put(picture.ticks(), picture.hash()));
    return Arrays.stream(frameMap.toArray())
        .mapToObj(ticks -> hashes.getOrDefault(ticks, "no frame at " + ticks))
        .toList();
  }

  /** Output frames that are missing, too many, or show another picture. */
  long differences() {
    int common = Math.min(expected.size(), actual.size());
    long differing = Math.abs(expected.size() - actual.size());
    for (int i = 0; i < common; i++) {
      differing += expected.get(i).equals(actual.get(i)) ? 0 : 1;
    }
    return differing;
  }
}
