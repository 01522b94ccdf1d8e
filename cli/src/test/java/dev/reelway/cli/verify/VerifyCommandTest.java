package dev.reelway.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command on the small package of the module conformance, whole and damaged. */
final class VerifyCommandTest {
  private static final Path PACKAGE = Path.of("../conformance/src/test/resources/package");
  private static final String SEGMENT = "tracks/avc/segment-00002.m4s";

  @TempDir private Path temporary;
  private final StringWriter out = new StringWriter();
  private Path title;

  @BeforeEach
  void copy() throws IOException {
    title = temporary.resolve("title");
    try (Stream<Path> files = Files.walk(PACKAGE)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = title.resolve(PACKAGE.relativize(file));
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }

  @Test
  void execute_goodPackage_exitsWithZeroAndSaysWhatWasChecked() {
    assertThat(execute(title.toString())).isZero();
    assertThat(out.toString()).contains("6 tracks, 18 segments").contains("0 errors");
  }

  @Test
  void execute_manifestOfAFolder_checksThatOne() {
    assertThat(execute(title.resolve("index.mpd").toString())).isZero();
    assertThat(out.toString()).contains("1 manifest,").doesNotContain("DELIVERY_NO_ORPHANS");
  }

  @Test
  void execute_strictWithWarnings_exitsWithFive() throws IOException {
    Files.write(title.resolve("tracks/avc/segment-00009.m4s"), new byte[20]);

    assertThat(execute(title.toString())).isZero();
    assertThat(execute(title.toString(), "--strict")).isEqualTo(5);
  }

  @Test
  void execute_decode_saysWhatEveryTrackGave() {
    assertThat(execute(title.resolve("index.m3u8").toString(), "--decode")).isZero();
    assertThat(out.toString())
        .contains("Decoded tracks/avc: 150 frames.")
        .contains("Decoded tracks/sound: ");
  }

  @Test
  void execute_missingSegment_exitsWithFiveAndNamesIt() throws IOException {
    Files.delete(title.resolve(SEGMENT));

    assertThat(execute(title.toString())).isEqualTo(5);
    assertThat(out.toString()).contains("DELIVERY_FILE_EXISTS").contains(SEGMENT);
  }

  @Test
  void execute_json_tellsRulePlaceAndTime() throws IOException {
    Files.write(title.resolve(SEGMENT), new byte[20]);

    execute(title.toString(), "--json");

    JsonNode verdict = new ObjectMapper().readTree(out.toString());
    assertThat(verdict.get("errors").asInt()).isPositive();
    JsonNode first = verdict.get("findings").get(0);
    assertThat(first.get("rule").asText()).isEqualTo("CMAF_SEGMENT_READABLE");
    assertThat(first.get("file").asText()).isEqualTo(SEGMENT);
    assertThat(first.get("segment").asInt()).isEqualTo(2);
    assertThat(first.get("seconds").asText()).isEqualTo("2");
  }

  @Test
  void execute_html_writesAPageThatNeedsNothingElse() throws IOException {
    Path page = temporary.resolve("verdict.html");
    Files.delete(title.resolve(SEGMENT));

    execute(title.toString(), "--html", page.toString());

    assertThat(Files.readString(page))
        .contains("DELIVERY_FILE_EXISTS")
        .doesNotContain("<script", "src=", "href=");
  }

  private int execute(String... arguments) {
    CommandLine command = new CommandLine(new VerifyCommand());
    return command.setOut(new PrintWriter(out, true)).execute(arguments);
  }
}
