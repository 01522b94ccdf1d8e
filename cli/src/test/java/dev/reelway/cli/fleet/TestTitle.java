package dev.reelway.cli.fleet;

import dev.reelway.cli.program.FolderDigest;
import dev.reelway.cli.program.Masters;
import dev.reelway.cli.program.ReelwayProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;

/**
 * A master whose chunks take a few seconds each, and what becomes of it when nothing happens.
 *
 * @param master four chunks and a sound track
 * @param ladder as YAML
 * @param undisturbed the digests of the title's files, by {@code reelway encode}
 */
record TestTitle(Path master, String ladder, SortedMap<String, String> undisturbed) {

  static final int CHUNKS = 4;
  static final int TASKS = CHUNKS + 1;

  private static final int SECONDS = CHUNKS * 16;

  private static final String LADDER =
      """
      segmentSeconds: 4
      rungs:
        - {height: 270, preset: fast, crf: 28, maxBitrate: 900k}
        - {height: 96, preset: veryfast, crf: 28, maxBitrate: 200k}
      """;

  private static final String MASTER =
      "-f lavfi -i testsrc2=size=480x270:rate=25,noise=alls=4:allf=t:all_seed=7"
          + " -f lavfi -i sine=frequency=440:sample_rate=48000 -t %d"
          + " -c:v libx264 -preset ultrafast -crf 30 -g 50 -pix_fmt yuv420p -c:a aac -ac 2"
          + " -movflags +faststart";

  private static TestTitle made;

  /** The title, made once by whichever test needs it first. */
  static synchronized TestTitle get() throws IOException, InterruptedException {
    if (made == null) {
      made = make(Files.createTempDirectory(Path.of("target").toRealPath(), "fleet-title-"));
    }
    return made;
  }

  private static TestTitle make(Path folder) throws IOException, InterruptedException {
    Path master = Masters.make(folder, "master.mp4", MASTER.formatted(SECONDS));
    Path file = Files.writeString(folder.resolve("ladder.yaml"), LADDER);
    Path title = folder.resolve("undisturbed");
    ReelwayProcess.run("encode", master, "--ladder", file, "--out", title).succeeded();
    return new TestTitle(master, LADDER, FolderDigest.of(title));
  }
}
