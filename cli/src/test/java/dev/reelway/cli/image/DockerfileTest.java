package dev.reelway.cli.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules of image building that a linter would hold the Dockerfile to. */
final class DockerfileTest {
  private final List<String> instructions;

  DockerfileTest() throws IOException {
    String joined =
        DockerFolder.text("Dockerfile").replaceAll("(?m)^#.*\\R", "").replaceAll("\\\\\\R\\s*", "");
    instructions = Arrays.stream(joined.split("\\R")).filter(line -> !line.isBlank()).toList();
  }

  @Test
  void bases_all_areNamedReleases() {
    assertThat(of("FROM")).isNotEmpty().allMatch(from -> from.matches("FROM debian:[a-z]+-slim.*"));
  }

  @Test
  void user_last_isANumberOtherThanRoot() {
    List<String> users = of("USER");

    assertThat(users).isNotEmpty();
    assertThat(users.get(users.size() - 1)).matches("USER [1-9]\\d*:[1-9]\\d*");
    assertThat(instructions.lastIndexOf(users.get(users.size() - 1)))
        .isLessThan(instructions.indexOf(of("ENTRYPOINT").get(0)))
        .isGreaterThan(instructions.lastIndexOf(of("RUN").get(of("RUN").size() - 1)));
  }

  @Test
  void packages_installed_leaveNoListsAndNoRecommendations() {
    assertThat(of("RUN").stream().filter(run -> run.contains("apt-get install")))
        .isNotEmpty()
        .allMatch(run -> run.contains("--no-install-recommends"))
        .allMatch(run -> run.contains("rm -rf /var/lib/apt/lists/*"))
        .allMatch(run -> run.contains("apt-get update"));
  }

  @Test
  void files_all_comeFromTheTreeOrAnEarlierStage() {
    assertThat(of("ADD")).isEmpty();
    assertThat(instructions).noneMatch(line -> line.matches(".*(https?://|curl |wget ).*"));
  }

  @Test
  void commands_started_areExecuted() {
    assertThat(of("ENTRYPOINT")).hasSize(1).allMatch(line -> line.matches("ENTRYPOINT \\[\".*\"]"));
    assertThat(of("CMD")).hasSize(1).allMatch(line -> line.matches("CMD \\[\".*\"]"));
    assertThat(of("WORKDIR")).allMatch(line -> line.startsWith("WORKDIR /"));
  }

  @Test
  void labels_all_sayWhatItIsAndUnderWhichLicences() {
    assertThat(of("LABEL"))
        .hasSize(1)
        .allMatch(label -> label.contains("org.opencontainers.image.licenses="))
        .allMatch(label -> label.contains("org.opencontainers.image.version="))
        .allMatch(label -> label.contains("org.opencontainers.image.title="));
  }

  @Test
  void secrets_none_areBakedIn() {
    assertThat(instructions)
        .noneMatch(line -> line.matches("(ENV|ARG) .*(?i)(secret|password|token).*"));
  }

  private List<String> of(String instruction) {
    return instructions.stream().filter(line -> line.startsWith(instruction + " ")).toList();
  }
}
