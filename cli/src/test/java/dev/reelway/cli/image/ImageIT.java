package dev.reelway.cli.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the commands of the Dockerfile in a folder of their own, without a container. */
final class ImageIT {
  @TempDir private static Path folder;

  private static Path home;

  @BeforeAll
  static void buildAsTheImageDoes() throws Exception {
    home = folder.resolve("reelway");
    assertThat(run("../docker/bin/install", home.toString()).exitCode()).isZero();
    assertThat(run(home.resolve("bin/prepare").toString()).exitCode()).isZero();
  }

  @Test
  void prepare_done_leavesLibrariesAndClassArchive() throws IOException {
    assertThat(home.resolve("reelway.jsa")).isNotEmptyFile();
    try (Stream<Path> natives = Files.walk(home.resolve("natives"))) {
      assertThat(natives.map(file -> file.getFileName().toString()))
          .anyMatch(name -> name.startsWith("libavcodec"));
    }
    assertThat(home.resolve("licences")).isDirectoryContaining("glob:**/LICENSE");
  }

  @Test
  void entryPoint_version_tellsIt() throws Exception {
    Result result = run(home.resolve("bin/reelway").toString(), "--version");

    assertThat(result.output()).startsWith("reelway ");
    assertThat(result.exitCode()).isZero();
  }

  @Test
  void entryPoint_help_namesTheCommands() throws Exception {
    Result result = run(home.resolve("bin/reelway").toString(), "help");

    assertThat(result.output()).contains("encode", "inspect");
    assertThat(result.exitCode()).isZero();
  }

  private static Result run(String... command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(Arrays.asList(command));
    // Roles get options by this variable; none here.
    builder.environment().keySet().removeAll(List.of("REELWAY_JAVA_OPTIONS"));
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), output);
  }

  private record Result(int exitCode, String output) {}
}
