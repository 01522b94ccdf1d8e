package dev.reelway.cli.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever dies and whenever: the next run continues and ends with the same bytes. */
class InterruptionIT {

  private static final int SECONDS = 8;

  /** Two chunks and a sound track. */
  private static final int TASKS = 3;

  @TempDir private static Path shared;
  private static Path master;
  private static Path ladder;
  private static SortedMap<String, String> undisturbed;

  @TempDir private Path folder;

  @BeforeAll
  static void encodeUndisturbed() throws IOException, InterruptedException {
    master = Masters.plain(shared, SECONDS);
    ladder = Masters.ladder(shared);
    Path title = shared.resolve("title");
    ReelwayProcess.Result result = start(title).await().succeeded();
    assertThat(result.out()).doesNotContain("Reused");
    undisturbed = FolderDigest.of(title);
  }

  @Test
  void encode_afterTheProgramWasKilled_makesOnlyWhatIsMissing() throws Exception {
    Path title = folder.resolve("title");
    ReelwayProcess killed = start(title);
    await(() -> WorkFolder.finishedTasks(title) > 0);
    List<ProcessHandle> children = killed.children();
    killed.kill();
    killed.await();
    awaitEnd(children);
    long finished = WorkFolder.finishedTasks(title);
    assertThat(finished).isBetween(1L, TASKS - 1L);

    ReelwayProcess.Result result = start(title).await().succeeded();

    assertThat(result.out()).contains("Reused   %d of %d tasks".formatted(finished, TASKS));
    assertThat(FolderDigest.of(title)).isEqualTo(undisturbed);
  }

  @Test
  void encode_killedAgainAndAgain_comesToTheSameEnd() throws Exception {
    Path title = folder.resolve("title");
    for (int tenths = 5; tenths <= 30; tenths += 5) {
      ReelwayProcess killed = start(title);
      Thread.sleep(tenths * 100L);
      List<ProcessHandle> children = killed.children();
      killed.kill();
      killed.await();
      awaitEnd(children);
    }

    start(title).await().succeeded();

    assertThat(FolderDigest.of(title)).isEqualTo(undisturbed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tracks",
        "versions/1/plan.json",
        "versions/1/index.mpd",
        "index.m3u8",
        "index.mpd"
      })
  void encode_killedWhilePublishing_comesToTheSameEnd(String sign) throws Exception {
    Path title = folder.resolve("title");
    ReelwayProcess killed = start(title);
    await(() -> Files.exists(title.resolve(sign)));
    killed.kill();
    killed.await();

    start(title).await().succeeded();

    assertThat(FolderDigest.of(title)).isEqualTo(undisturbed);
  }

  @Test
  void encode_aChildIsKilled_triesItsTaskAgain() throws Exception {
    Path title = folder.resolve("title");
    ReelwayProcess program = start(title);
    await(() -> WorkFolder.finishedTasks(title) > 0 && !program.children().isEmpty());
    program.children().forEach(ProcessHandle::destroyForcibly);

    program.await().succeeded();

    assertThat(FolderDigest.of(title)).isEqualTo(undisturbed);
  }

  @Test
  void encode_interrupted_stopsItsChildrenAndKeepsFinishedChunks() throws Exception {
    Path title = folder.resolve("title");
    ReelwayProcess program = interruptible(title);
    await(() -> WorkFolder.finishedTasks(title) > 0 && !program.children().isEmpty());
    List<ProcessHandle> children = program.children();

    program.interrupt();
    ReelwayProcess.Result result = program.await();

    assertThat(result.exitCode()).isEqualTo(130);
    assertThat(children).noneMatch(ProcessHandle::isAlive);
    assertThat(result.err()).contains("[CANCELLED]").doesNotContain("\tat ");
    assertThat(names(title)).containsExactly(".reelway");
    long finished = WorkFolder.finishedTasks(title);
    assertThat(finished).isPositive();

    assertThat(start(title).await().succeeded().out())
        .contains("Reused   %d of %d tasks".formatted(finished, TASKS));
    assertThat(FolderDigest.of(title)).isEqualTo(undisturbed);
  }

  @Test
  void encode_interruptedBeforeAnythingWasMade_leavesNoFolder() throws Exception {
    Path title = folder.resolve("title");
    ReelwayProcess program = interruptible(title);
    await(() -> !program.children().isEmpty());

    program.interrupt();

    assertThat(program.await().exitCode()).isEqualTo(130);
    assertThat(title).doesNotExist();
  }

  @Test
  void encode_aKeptChunkIsDamaged_makesItAgain() throws Exception {
    Path title = folder.resolve("title");
    ReelwayProcess killed = start(title);
    await(() -> WorkFolder.finishedTasks(title) > 0);
    killed.kill();
    killed.await();
    for (Path chunk : WorkFolder.chunkFiles(title, ".mp4")) {
      Files.write(chunk, new byte[100]);
    }

    start(title).await().succeeded();

    assertThat(FolderDigest.of(title)).isEqualTo(undisturbed);
  }

  private static ReelwayProcess start(Path title) throws IOException {
    return ReelwayProcess.start("encode", master, "--ladder", ladder, "--out", title, "--jobs", 1);
  }

  // A process that a shell put into the background ignores Ctrl-C, and so do all that it starts.
  private static ReelwayProcess interruptible(Path title) throws IOException {
    return ReelwayProcess.startUnder(
        List.of("env", "--default-signal=INT"),
        "encode",
        master,
        "--ladder",
        ladder,
        "--out",
        title,
        "--jobs",
        1);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static void awaitEnd(List<ProcessHandle> processes) throws Exception {
    for (ProcessHandle process : processes) {
      process.onExit().get(2, TimeUnit.MINUTES);
    }
  }

  @FunctionalInterface
  private interface Condition {
    boolean holds() throws IOException;
  }

  private static void await(Condition condition) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (!condition.holds()) {
      assertThat(System.nanoTime()).as("the awaited sign comes in time").isLessThan(deadline);
      Thread.sleep(2);
    }
  }
}
