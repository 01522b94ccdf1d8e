package dev.reelway.transcode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.media.process.InProcessMediaEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@link FrameExactnessTest} for any masters: {@code -Dreelway.masters=<folder>}, and {@code
 * -Dreelway.masters.glob=} for some of them. Leaves {@code frame-exactness.txt} in {@code target}.
 */
@EnabledIfSystemProperty(named = "reelway.masters", matches = ".+")
class FrameExactnessOfFolderTest {

  private static final Path REPORT = Path.of("target", "frame-exactness.txt");

  @TempDir Path folder;

  @Test
  void encode_everyMasterOfTheFolder_joinsToItsExactFrames()
      throws IOException, InterruptedException {
    Files.createDirectories(REPORT.getParent());
    List<String> table = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    for (Path master : masters()) {
      String row = master.getFileName() + " | " + verdict(master, wrong);
      table.add(row);
      Files.write(REPORT, table);
    }

    assertThat(wrong).isEmpty();
  }

  private String verdict(Path master, List<String> wrong) throws IOException, InterruptedException {
    try {
      LosslessRun run = LosslessRun.of(new InProcessMediaEngine(), master, folder);
      if (run.differences() > 0) {
        wrong.add(master.getFileName().toString());
      }
      return String.format(
          Locale.ROOT,
          "%d frames in | %d planned | %d out | %d chunks | %s",
          run.masterFrames(),
          run.expected().size(),
          run.actual().size(),
          run.chunks(),
          run.differences() == 0 ? "equal" : run.differences() + " differ");
    } catch (ReelwayException e) {
      return e.kind() + ": " + e.getMessage();
    } catch (IllegalStateException e) {
      return "encoded, but the other reader cannot make the same picture";
    }
  }

  private static List<Path> masters() throws IOException {
    Path masters = Path.of(System.getProperty("reelway.masters"));
    String glob = System.getProperty("reelway.masters.glob", "*.{mp4,mov,mkv,webm,ts,mxf,mpg}");
    var matcher = masters.getFileSystem().getPathMatcher("glob:" + glob);
    try (Stream<Path> files = Files.list(masters)) {
      return files.filter(f -> matcher.matches(f.getFileName())).sorted().toList();
    }
  }
}
