package dev.reelway.cli.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.reelway.cli.command.ExitCodes;
import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.work.ContentHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each command prints and how it ends. */
class CommandsIT {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"encode", "inspect", "plan", "play", "generate-completion"})
  void help_ofACommand_showsItsUsage(String command) throws Exception {
    assertThat(ReelwayProcess.run(command, "--help").succeeded().out())
        .startsWith("Usage: reelway " + command);
    assertThat(ReelwayProcess.run("--help").succeeded().out()).contains("  " + command + " ");
  }

  @Test
  void version_ofTheProgram_namesTheEngine() throws Exception {
    assertThat(ReelwayProcess.run("--version").succeeded().out())
        .containsPattern("(?m)^reelway \\S+")
        .containsPattern("(?m)^engine  reelway-\\d+\\+ffmpeg-\\S+");
  }

  @ParameterizedTest
  @CsvSource({
    "encode film.mp4, --out",
    "encode film.mp4 --out title --jobs 0, --jobs",
    "encode film.mp4 --out title --jobz 2, --jobz",
    "inspect, MASTER",
    "encoed, encoed"
  })
  void run_usedWrongly_namesWhatIsWrong(String arguments, String named) throws Exception {
    ReelwayProcess.Result result = ReelwayProcess.run((Object[]) arguments.split(" "));

    assertThat(result.exitCode()).isEqualTo(ExitCodes.USAGE);
    assertThat(result.err()).contains(named).doesNotContain("\tat ");
  }

  @Test
  void inspect_asJson_hasTheFactsOfTheMaster() throws Exception {
    String printed =
        ReelwayProcess.run("inspect", "--json", Titles.SAMPLE_MASTER).succeeded().out();

    JsonNode facts = new ObjectMapper().readTree(printed);
    JsonNode video = facts.get("video");
    assertThat(video.get("codec").asText()).isEqualTo("h264");
    assertThat(video.get("width").asInt()).isEqualTo(1280);
    assertThat(video.get("height").asInt()).isEqualTo(720);
    assertThat(video.get("rate").asText()).isEqualTo("24");
    assertThat(facts.get("audio")).singleElement().isNotNull();
    JsonNode audio = facts.get("audio").get(0);
    assertThat(audio.get("codec").asText()).isEqualTo("aac");
    assertThat(audio.get("channels").asInt()).isEqualTo(2);
    assertThat(audio.get("sampleRate").asInt()).isEqualTo(48_000);
    JsonNode master = facts.get("master");
    assertThat(master.get("sizeBytes").asLong()).isEqualTo(Files.size(Titles.SAMPLE_MASTER));
    assertThat(master.get("sha256").asText())
        .isEqualTo(ContentHash.of(Files.readAllBytes(Titles.SAMPLE_MASTER)));
  }

  @Test
  void inspect_asText_isAFewPlainLines() throws Exception {
    assertThat(ReelwayProcess.run("inspect", Titles.SAMPLE_MASTER).succeeded().out().lines())
        .anyMatch(line -> line.startsWith("Master ") && line.contains("0:00:52.2"))
        .anyMatch(line -> line.startsWith("Picture ") && line.contains("1253 frames"))
        .anyMatch(line -> line.startsWith("Sound "));
  }

  @Test
  void plan_ofAMaster_showsTheLadderAndEncodesNothing() throws Exception {
    Path master = Masters.plain(folder, 8);
    Path ladder = Masters.ladder(folder);
    List<String> before = entries();

    String said = ReelwayProcess.run("plan", master, "--ladder", ladder).succeeded().out();
    String json = ReelwayProcess.run("plan", master, "-l", ladder, "--json").succeeded().out();

    assertThat(said).contains("180p", "96p", "ultrafast", "Sound");
    assertThat(new ObjectMapper().readTree(json).get("chunks")).hasSize(2);
    assertThat(entries()).isEqualTo(before);
  }

  @Test
  void plan_wrongLadder_namesTheFieldAndTheNearestValue() throws Exception {
    Path ladder =
        Files.writeString(
            folder.resolve("wrong.yaml"),
            "rungs:\n  - {height: 360, preset: ultrafst, crf: 26, maxBitrate: 800k}\n");

    for (String command : List.of("plan", "encode")) {
      ReelwayProcess.Result result =
          ReelwayProcess.run(
              Stream.concat(
                      Stream.of(command, Titles.SAMPLE_MASTER, "--ladder", ladder),
                      command.equals("encode")
                          ? Stream.of("--out", folder.resolve("title"))
                          : Stream.of())
                  .toArray());

      result.failed(ExitCodes.USAGE, FailureKind.LADDER_INVALID);
      assertThat(result.err()).contains("wrong.yaml, line 2", "rungs[0].preset", "'ultrafast'");
      assertThat(folder.resolve("title")).doesNotExist();
    }
  }

  @Test
  void encode_intoAPipe_tellsItsProgressInPlainLines() throws Exception {
    Path master = Masters.plain(folder, 4);
    String said =
        ReelwayProcess.run(
                "encode", master, "-l", Masters.ladder(folder), "-o", folder.resolve("title"))
            .succeeded()
            .out();

    assertThat(said).contains("Encoding 100 %").doesNotContain("\033").doesNotContain("\r");
  }

  @Test
  void generateCompletion_forBash_isAScriptThatBashReads() throws Exception {
    Path script = folder.resolve("completion.sh");
    Files.writeString(script, ReelwayProcess.run("generate-completion").succeeded().out());

    Process bash = new ProcessBuilder("bash", "-n", script.toString()).start();

    assertThat(bash.waitFor()).isZero();
    assertThat(script).content().contains("--tolerate-damage");
  }

  private List<String> entries() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.map(Path::toString).sorted().toList();
    }
  }
}
