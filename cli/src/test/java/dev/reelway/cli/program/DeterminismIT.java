package dev.reelway.cli.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same plan gives the same bytes, whatever the machine does at the same time. */
class DeterminismIT {

  /** Three chunks. */
  private static final int SECONDS = 36;

  @TempDir private static Path shared;
  private static Path master;
  private static Path ladder;
  private static SortedMap<String, String> reference;

  @TempDir private Path folder;

  @BeforeAll
  static void encodeReference() throws IOException, InterruptedException {
    master = Masters.plain(shared, SECONDS);
    ladder = Masters.ladder(shared);
    reference = encode(List.of(), shared.resolve("reference"), 2);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void encode_otherNumberOfJobs_givesTheSameBytes(int jobs)
      throws IOException, InterruptedException {
    assertThat(encode(List.of(), folder.resolve("title"), jobs)).isEqualTo(reference);
  }

  @Test
  void encode_onASingleCore_givesTheSameBytes() throws IOException, InterruptedException {
    List<String> oneCore = List.of("taskset", "-c", "0");
    assertThat(encode(oneCore, folder.resolve("title"), 3)).isEqualTo(reference);
  }

  private static SortedMap<String, String> encode(List<String> under, Path title, int jobs)
      throws IOException, InterruptedException {
    ReelwayProcess.startUnder(
            under, "encode", master, "--ladder", ladder, "--out", title, "--jobs", jobs)
        .await()
        .succeeded();
    return FolderDigest.of(title);
  }
}
