package dev.reelway.ingest.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.plan.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The ladders under {@code samples/} and those in the guide are read like anybody's. */
final class SampleLaddersTest {

  private static final Path LADDERS = Path.of("../samples/ladders");
  private static final Path GUIDE = Path.of("../docs/ladder-files.md");

  static List<Path> ladders() throws IOException {
    try (Stream<Path> files = Files.list(LADDERS)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("ladders")
  void read_sampleLadder_isNamedLikeItsFile(Path file) throws IOException {
    String fileName = file.getFileName().toString();
    Profile profile = ProfileReader.read(fileName, Files.readString(file));
    assertThat(profile.name() + ".yaml").isEqualTo(fileName);
    assertThat(profile.video()).isNotEmpty();
  }

  @Test
  void read_laddersOfTheGuide_areValid() throws IOException {
    List<String> examples =
        Stream.of(Files.readString(GUIDE).split("```yaml\n"))
            .skip(1)
            .map(text -> text.substring(0, text.indexOf("```")))
            .toList();
    assertThat(examples).isNotEmpty();
    for (String example : examples) {
      assertThat(ProfileReader.read("example.yaml", example).video()).isNotEmpty();
    }
  }
}
