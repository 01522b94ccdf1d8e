package dev.reelway.cli.program;

import static dev.reelway.contracts.failure.FailureKind.OUTPUT_IN_USE;
import static dev.reelway.contracts.failure.FailureKind.OUTPUT_OCCUPIED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.cli.command.ExitCodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder that becomes a title: what may lie in it, what is replaced, who may work in it. */
class OutputFolderIT {

  private static final int SECONDS = 4;

  private static final String OTHER_LADDER =
      """
      segmentSeconds: 2
      rungs:
        - {height: 144, preset: ultrafast, crf: 26, maxBitrate: 400k}
      """;

  @TempDir private static Path shared;
  private static Path master;
  private static Path ladder;
  private static Path otherLadder;

  /** What {@link #ladder} gives. */
  private static SortedMap<String, String> first;

  /** What {@link #otherLadder} gives. */
  private static SortedMap<String, String> second;

  @TempDir private Path folder;
  private Path title;

  @BeforeAll
  static void encodeBoth() throws Exception {
    master = Masters.plain(shared, SECONDS);
    ladder = Masters.ladder(shared);
    otherLadder = Files.writeString(shared.resolve("other.yaml"), OTHER_LADDER);
    encode(ladder, shared.resolve("first")).succeeded();
    encode(otherLadder, shared.resolve("second")).succeeded();
    first = FolderDigest.of(shared.resolve("first"));
    second = FolderDigest.of(shared.resolve("second"));
  }

  @BeforeEach
  void nameTitle() {
    title = folder.resolve("title");
  }

  @Test
  void encode_folderWithOtherFiles_isRefusedAndUntouched() throws Exception {
    Files.createDirectories(title);
    Files.writeString(title.resolve("thesis.txt"), "years of work");

    encode(ladder, title, "--replace").failed(ExitCodes.USAGE, OUTPUT_OCCUPIED);

    assertThat(entries(title)).containsExactly("thesis.txt");
  }

  @Test
  void encode_outputIsAFile_isRefusedAndUntouched() throws Exception {
    Files.writeString(title, "years of work");

    encode(ladder, title, "--replace").failed(ExitCodes.USAGE, OUTPUT_OCCUPIED);

    assertThat(title).hasContent("years of work");
  }

  @Test
  void encode_titleOfAnotherPlan_isRefusedAndUntouched() throws Exception {
    copyFirst();

    encode(otherLadder, title).failed(ExitCodes.USAGE, OUTPUT_OCCUPIED);

    assertThat(FolderDigest.of(title)).isEqualTo(first);
    assertThat(entries(title)).doesNotContain(".reelway");
  }

  @Test
  void encode_titleOfAnotherPlanToBeReplaced_leavesOnlyTheNewTitle() throws Exception {
    copyFirst();

    encode(otherLadder, title, "--replace").succeeded();

    assertThat(withoutVersion(FolderDigest.of(title))).isEqualTo(withoutVersion(second));
    assertThat(entries(title.resolve("tracks")))
        .isEqualTo(entries(shared.resolve("second").resolve("tracks")));
    assertThat(entries(title.resolve("versions"))).hasSize(1);
  }

  @Test
  void encode_replacementKilled_leavesTheOldTitleAndTheFinishedChunks() throws Exception {
    copyFirst();
    ReelwayProcess killed = start(otherLadder, title, "--replace");
    while (killed.isAlive() && WorkFolder.chunkFiles(title, ".json").isEmpty()) {
      Thread.sleep(2);
    }
    killed.kill();
    killed.await();

    assertThat(FolderDigest.of(title)).containsAllEntriesOf(first);
    encode(otherLadder, title).failed(ExitCodes.USAGE, OUTPUT_OCCUPIED);
    assertThat(FolderDigest.of(title)).containsAllEntriesOf(first);
    assertThat(encode(otherLadder, title, "--replace").succeeded().out()).contains("Reused   ");
  }

  @Test
  void encode_titleOfTheSamePlan_isDoneWithoutTouchingASegment() throws Exception {
    copyFirst();
    Map<Path, FileTime> before = times(title.resolve("tracks"));

    String said = encode(ladder, title).succeeded().out();

    assertThat(said).contains("index.m3u8").contains("180p");
    assertThat(times(title.resolve("tracks"))).isEqualTo(before);
    assertThat(FolderDigest.of(title)).isEqualTo(first);
    assertThat(entries(title)).doesNotContain(".reelway");
  }

  @Test
  void encode_whileAnotherRunWorksInTheFolder_isRefusedAndTheOtherEndsWell() throws Exception {
    ReelwayProcess running = start(ladder, title);
    while (running.isAlive() && WorkFolder.chunkFiles(title, ".json").isEmpty()) {
      Thread.sleep(2);
    }
    // It would otherwise be done before the other has as much as started on a fast machine.
    running.pause();
    try {
      encode(ladder, title).failed(ExitCodes.USAGE, OUTPUT_IN_USE);
    } finally {
      running.resume();
    }

    running.await().succeeded();
    assertThat(FolderDigest.of(title)).isEqualTo(first);
  }

  private static ReelwayProcess.Result encode(Path ladder, Path title, Object... options)
      throws Exception {
    return start(ladder, title, options).await();
  }

  private static ReelwayProcess start(Path ladder, Path title, Object... options)
      throws IOException {
    return ReelwayProcess.start(
        Stream.concat(
                Stream.of("encode", master, "--ladder", ladder, "--out", title), Stream.of(options))
            .toArray());
  }

  private void copyFirst() throws IOException {
    Path source = shared.resolve("first");
    for (String file : first.keySet()) {
      Files.createDirectories(title.resolve(file).getParent());
      Files.copy(source.resolve(file), title.resolve(file));
    }
  }

  /** The folder of a version bears its number, which is another one for a replacement. */
  private static SortedMap<String, String> withoutVersion(SortedMap<String, String> digests) {
    SortedMap<String, String> same = new TreeMap<>();
    digests.forEach(
        (path, hash) -> same.put(path.replaceFirst("versions/\\d+", "versions/n"), hash));
    return same;
  }

  private static List<String> entries(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static Map<Path, FileTime> times(Path folder) throws IOException {
    Map<Path, FileTime> times = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        times.put(file, Files.getLastModifiedTime(file));
      }
    }
    return times;
  }
}
