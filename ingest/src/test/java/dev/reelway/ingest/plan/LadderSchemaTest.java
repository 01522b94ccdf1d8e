package dev.reelway.ingest.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema that editors use says what the reader says, as far as a schema can. */
final class LadderSchemaTest {

  private static final Path FILE = Path.of("../docs/schema/ladder-v1.schema.json");

  /** As YAML 1.2 has it, and editors: "no" is a word. */
  private static final ObjectMapper YAML =
      new ObjectMapper(
          YAMLFactory.builder()
              .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS)
              .build());

  private static final String RUNG = "rungs: [{height: 720, crf: 22, maxBitrate: 3M}]\n";

  private final String text = Files.readString(FILE);
  private final Schema schema =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
          .getSchema(text, InputFormat.JSON);

  LadderSchemaTest() throws IOException {}

  static List<String> ladders() throws IOException {
    List<String> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("../samples/ladders"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
        all.add(Files.readString(file));
      }
    }
    Stream.of(Files.readString(Path.of("../docs/ladder-files.md")).split("```yaml\n"))
        .skip(1)
        .map(guide -> guide.substring(0, guide.indexOf("```")))
        .forEach(all::add);
    all.add(ProfileReader.defaultYaml());
    return all;
  }

  @ParameterizedTest
  @MethodSource("ladders")
  void schema_laddersThatWeShip_areValid(String ladder) throws IOException {
    assertThat(faults(ladder)).isEmpty();
    assertThat(ProfileReader.check("x.yaml", ladder).problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name: 2026",
        "segmentSeconds: 1001/250",
        "gopSeconds: 0.5",
        "interlaced: frames",
        "trickPlay: no\nthumbnails: yes",
        "audio: {}",
        "audio: {bitrate: 96000, sampleRate: 44100, opus: 0.1M}",
        "audio: {surround: none, monoTracks: pairs}",
        "audio: {surround: {aac: 448k, eac3: 1M, ac3: 640k, opus: 256k}}",
        "audio: {surround: {ac3: 448000}, loudness: {target: -16, truePeak: -1.5}}",
        "audio: {loudness: {}}",
        "text: imsc1"
      })
  void schema_goodFields_areValid(String field) throws IOException {
    agreeThatGood(RUNG + field);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "height: 96, crf: 1, maxBitrate: 50k",
        "height: 4320, crf: 51, maxBitrate: 100M, maxFrameRate: 120",
        "height: 720, crf: 47/2, maxBitrate: 3000000, maxFrameRate: 60000/1001",
        "height: 720, crf: 22.5, maxBitrate: 3.5m, codec: h264, preset: veryslow",
        "height: 720, crf: 22, maxBitrate: 3M, codec: hevc, preset: ultrafast",
        "height: 720, crf: 63, maxBitrate: 3M, codec: av1, preset: 13",
        "height: 720, crf: 30, maxBitrate: 3M, codec: av1, preset: '0'"
      })
  void schema_goodRungs_areValid(String rung) throws IOException {
    agreeThatGood("rungs: [{" + rung + "}]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name: [x]",
        "segmentSeconds: 0.5",
        "segmentSeconds: 16",
        "segmentSeconds: six",
        "gopSeconds: 11",
        "interlaced: both",
        "trickPlay: 1",
        "thumbnails: maybe",
        "audio: 128k",
        "audio: {bitrate: 16000}",
        "audio: {bitrate: fast}",
        "audio: {sampleRate: 96000}",
        "audio: {surround: all}",
        "audio: {surround: {ac3: 100k}}",
        "audio: {surround: {dts: 768k}}",
        "audio: {monoTracks: mono}",
        "audio: {loudness: -23}",
        "audio: {loudness: {target: 0}}",
        "audio: {volume: 11}",
        "text: srt",
        "rung: []"
      })
  void schema_wrongFields_areInvalid(String field) throws IOException {
    agreeThatBad(RUNG + field);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "crf: 22, maxBitrate: 3M",
        "height: 720, maxBitrate: 3M",
        "height: 720, crf: 22",
        "height: 721, crf: 22, maxBitrate: 3M",
        "height: 94, crf: 22, maxBitrate: 3M",
        "height: 4322, crf: 22, maxBitrate: 3M",
        "height: 720.5, crf: 22, maxBitrate: 3M",
        "height: 720, crf: 0, maxBitrate: 3M",
        "height: 720, crf: 52, maxBitrate: 3M",
        "height: 720, crf: 22, maxBitrate: 3G",
        "height: 720, crf: 22, maxBitrate: 40000",
        "height: 720, crf: 22, maxBitrate: 3M, codec: vp9",
        "height: 720, crf: 22, maxBitrate: 3M, preset: 8",
        "height: 720, crf: 22, maxBitrate: 3M, preset: placebo",
        "height: 720, crf: 22, maxBitrate: 3M, codec: av1, preset: fast",
        "height: 720, crf: 22, maxBitrate: 3M, codec: av1, preset: 14",
        "height: 720, crf: 22.5, maxBitrate: 3M, codec: av1",
        "height: 720, crf: 64, maxBitrate: 3M, codec: av1",
        "height: 720, crf: 22, maxBitrate: 3M, dynamicRange: hdr",
        "height: 720, crf: 22, maxBitrate: 3M, codec: h264, dynamicRange: hdr",
        "height: 720, crf: 22, maxBitrate: 3M, maxFrameRate: 4",
        "height: 720, crf: 22, maxBitrate: 3M, width: 1280"
      })
  void schema_wrongRungs_areInvalid(String rung) throws IOException {
    agreeThatBad("rungs: [{" + rung + "}]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"name: x", "rungs: 7", "rungs: []", "rungs: [7]", "[1]", "7"})
  void schema_wrongWhole_isInvalid(String ladder) throws IOException {
    agreeThatBad(ladder);
  }

  @Test
  void schema_defaults_areThoseOfTheReader() throws IOException {
    JsonNode fields = YAML.readTree(text).path("properties");
    List<String> told = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : fields.properties()) {
      if (field.getValue().has("default")) {
        String line = field.getKey() + ": " + field.getValue().path("default").asText() + "\n";
        assertThat(ProfileReader.read("x.yaml", RUNG + line))
            .as(line)
            .isEqualTo(ProfileReader.read("x.yaml", RUNG));
        told.add(field.getKey());
      }
    }
    assertThat(told).hasSize(6);
  }

  private void agreeThatGood(String ladder) throws IOException {
    assertThat(ProfileReader.check("x.yaml", ladder).problems()).as("reader").isEmpty();
    assertThat(faults(ladder)).as("schema").isEmpty();
  }

  private void agreeThatBad(String ladder) throws IOException {
    assertThat(ProfileReader.check("x.yaml", ladder).problems()).as("reader").isNotEmpty();
    assertThat(faults(ladder)).as("schema").isNotEmpty();
  }

  private List<String> faults(String ladder) throws IOException {
    return schema.validate(YAML.readTree(ladder)).stream().map(Object::toString).toList();
  }
}
