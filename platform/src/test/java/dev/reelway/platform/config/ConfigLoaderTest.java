package dev.reelway.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConfigLoaderTest {

  /** Something to choose from. */
  public enum Colour {
    RED,
    DARK_BLUE
  }

  /** One component of each type. */
  public record Everything(
      int whole,
      long large,
      double share,
      boolean on,
      String text,
      Duration pause,
      DataSize room,
      URI address,
      Path folder,
      Colour colour,
      Optional<URI> maybe,
      List<String> names,
      Map<String, Integer> numbers,
      Wrapped password,
      Inner inner) {}

  /** Stands for a secret. */
  public record Wrapped(String value) {}

  /** A section inside a section. */
  public record Inner(int most, Optional<Duration> limit) {
    /** One at most. */
    public static final Inner DEFAULT = new Inner(1, Optional.empty());

    /** Checks the limit. */
    public Inner {
      Limits.check(most > 0, "most", "must be at least 1");
    }
  }

  /** Leaves its defaults to the constructor. */
  public record Lenient(Optional<Duration> rest, Duration pause, List<String> names) {
    /** Fills in what is not set. */
    public Lenient {
      pause = pause == null ? Duration.ofSeconds(3) : pause;
      names = names == null ? List.of("a") : names;
    }
  }

  @TempDir Path folder;

  private static final String ALL =
      """
      # comments are fine
      telemetry:
        whole: 7
        large: 5000000000
        share: 0.5
        'on': yes
        text: "7"
        pause: 90s
        room: 4GiB
        address: http://localhost:1/x
        folder: /some/where
        colour: dark-blue
        names: [a, b]
        numbers: {one: 1, two: 2}
        password: hunter2
        inner:
          limit: PT5M
      worker:
      """;

  private <T extends Record> T load(Class<T> type, String yaml, Map<String, String> environment) {
    try {
      Path file = Files.writeString(folder.resolve("reelway.yaml"), yaml);
      return ConfigLoader.load("telemetry", type, Optional.of(file), environment);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void load_ofEveryType_readsIt() {
    assertThat(load(Everything.class, ALL, Map.of()))
        .isEqualTo(
            new Everything(
                7,
                5_000_000_000L,
                0.5,
                true,
                "7",
                Duration.ofSeconds(90),
                new DataSize(4L << 30),
                URI.create("http://localhost:1/x"),
                Path.of("/some/where"),
                Colour.DARK_BLUE,
                Optional.empty(),
                List.of("a", "b"),
                Map.of("one", 1, "two", 2),
                new Wrapped("hunter2"),
                new Inner(1, Optional.of(Duration.ofMinutes(5)))));
  }

  @Test
  void load_withVariables_letsThemWin() {
    Everything config =
        load(
            Everything.class,
            ALL,
            Map.of(
                "REELWAY_TELEMETRY_WHOLE", "8",
                "REELWAY_TELEMETRY_MAYBE", "http://other",
                "REELWAY_TELEMETRY_NAMES", "x, y",
                "REELWAY_TELEMETRY_NUMBERS_TWO", "22",
                "REELWAY_TELEMETRY_INNER_MOST", "9",
                "REELWAY_TELEMETRY_TEXT", " ",
                "REELWAY_WORKER_SLOTS", "of another section",
                "HOME", "/home/somebody"));
    assertThat(config.whole()).isEqualTo(8);
    assertThat(config.maybe()).contains(URI.create("http://other"));
    assertThat(config.names()).containsExactly("x", "y");
    assertThat(config.numbers()).isEqualTo(Map.of("one", 1, "two", 22));
    assertThat(config.inner()).isEqualTo(new Inner(9, Optional.of(Duration.ofMinutes(5))));
    assertThat(config.text()).as("an empty variable is none").isEqualTo("7");
  }

  @Test
  void load_ofUnsetSettings_asksTheConstructor() {
    assertThat(ConfigLoader.load("worker", Lenient.class, Optional.empty(), Map.of()))
        .isEqualTo(new Lenient(Optional.empty(), Duration.ofSeconds(3), List.of("a")));
  }

  @Test
  void load_withAFileNamedByAVariable_readsThat() throws IOException {
    Path file = Files.writeString(folder.resolve("x.yaml"), "worker: {pause: 5s}");
    assertThat(
            ConfigLoader.load(
                    "worker",
                    Lenient.class,
                    Optional.empty(),
                    Map.of("REELWAY_CONFIG", file.toString()))
                .pause())
        .isEqualTo(Duration.ofSeconds(5));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "whole: 7 | whole: x | The setting telemetry.whole is 'x', which is no whole number.",
        "whole: 7 | whole: [7] | The setting telemetry.whole must be one value.",
        "whole: 7 | '' | The setting telemetry.whole must be set.",
        "text: \"7\" | '' | The setting telemetry.text must be set.",
        "pause: 90s | pause: soon | The setting telemetry.pause is 'soon', which is no duration such as 30s or 5m.",
        "room: 4GiB | room: much | The setting telemetry.room is no size such as 512KiB or 4GiB.",
        "limit: PT5M | most: 0 | The setting telemetry.inner.most must be at least 1.",
        "limit: PT5M | mots: 2 | There is no setting telemetry.inner.mots; did you mean telemetry.inner.most?",
        "share: 0.5 | shar: 0.5 | There is no setting telemetry.shar; did you mean telemetry.share?",
        "worker: | wroker: | There is no section wroker; did you mean worker?",
        "telemetry: | telemetry: [ | The configuration file",
        "whole: 7 | {whole: 7, whole: 8} | The configuration file",
      })
  void load_ofAMistake_saysWhatAndWhere(String right, String wrong, String problem) {
    assertThatThrownBy(() -> load(Everything.class, ALL.replace(right, wrong), Map.of()))
        .isInstanceOfSatisfying(
            ReelwayException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.CONFIG_INVALID))
        .message()
        .startsWith(problem);
  }

  @Test
  void load_ofAMisspeltVariable_namesTheNearest() {
    assertThatThrownBy(() -> load(Everything.class, ALL, Map.of("REELWAY_TELEMETRY_WHOLLY", "1")))
        .hasMessage(
            "There is no setting for the variable REELWAY_TELEMETRY_WHOLLY; did you mean"
                + " REELWAY_TELEMETRY_WHOLE?");
  }

  @Test
  void load_ofAMissingFile_saysSo() {
    Path missing = folder.resolve("missing.yaml");
    assertThatThrownBy(
            () -> ConfigLoader.load("worker", Lenient.class, Optional.of(missing), Map.of()))
        .isInstanceOf(ReelwayException.class)
        .hasMessageContaining(missing.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0B",
    "1500B, 1500, 1500B",
    "1 KiB, 1024, 1KiB",
    "2kb, 2000, 2000B",
    "20GB, 20000000000, 19531250KiB",
    "3TiB, 3298534883328, 3TiB"
  })
  void dataSize_text_readsAndPrints(String text, long bytes, String printed) {
    assertThat(DataSize.parse(text)).isEqualTo(new DataSize(bytes)).hasToString(printed);
  }

  @ParameterizedTest
  @CsvSource({"'', is no size", "-1, is no size", "1iB, is no size", "99999999TiB, is larger"})
  void dataSize_ofNonsense_isRefused(String text, String problem) {
    assertThatThrownBy(() -> DataSize.parse(text)).hasMessageStartingWith(problem);
  }
}
