package dev.reelway.cli.client.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelway.contracts.failure.ReelwayException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerAddressTest {

  @TempDir private Path home;

  private ServerAddress choose(String server, String key, Map<String, String> variables) {
    return ServerAddress.choose(
        Optional.ofNullable(server), Optional.ofNullable(key), new Environment(variables, home));
  }

  private void writeFile(Path configFolder) throws IOException {
    Files.createDirectories(configFolder.resolve("reelway"));
    Files.writeString(
        configFolder.resolve("reelway/server.json"),
        "{\"server\":\"http://127.0.0.1:9000/\",\"key\":\"rw_file_x\",\"later\":1}");
  }

  @Test
  void choose_nothingSaid_isTheUsualAddressWithoutKey() {
    assertThat(choose(null, null, Map.of()))
        .isEqualTo(new ServerAddress(URI.create("http://127.0.0.1:8080"), Optional.empty()));
  }

  @Test
  void choose_aServerWasStarted_isThatOneWithItsKey() throws IOException {
    writeFile(home.resolve(".config"));

    assertThat(choose(null, null, Map.of()))
        .isEqualTo(
            new ServerAddress(URI.create("http://127.0.0.1:9000"), Optional.of("rw_file_x")));
    assertThat(choose("127.0.0.1:9000", null, Map.of()).key()).contains("rw_file_x");
  }

  @Test
  void choose_configFolderElsewhere_isReadThere() throws IOException {
    writeFile(home.resolve("elsewhere"));

    assertThat(
            choose(null, null, Map.of("XDG_CONFIG_HOME", home.resolve("elsewhere").toString()))
                .key())
        .contains("rw_file_x");
  }

  @Test
  void choose_anotherServer_neverGetsTheKeyOfTheStartedOne() throws IOException {
    writeFile(home.resolve(".config"));

    assertThat(choose("https://reelway.example", null, Map.of()).key()).isEmpty();
    assertThat(choose(null, null, Map.of("REELWAY_SERVER", "http://127.0.0.1:9001")).key())
        .isEmpty();
  }

  @Test
  void choose_environmentAndOptions_optionsWin() throws IOException {
    writeFile(home.resolve(".config"));
    Map<String, String> variables =
        Map.of("REELWAY_SERVER", "http://one:1", "REELWAY_KEY", "rw_env_x");

    assertThat(choose(null, null, variables))
        .isEqualTo(new ServerAddress(URI.create("http://one:1"), Optional.of("rw_env_x")));
    assertThat(choose("http://two:2", "rw_option_x", variables))
        .isEqualTo(new ServerAddress(URI.create("http://two:2"), Optional.of("rw_option_x")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://host", "http://", "http://host?x=1", "http://a b", "//"})
  void choose_noAddress_saysHowOneLooks(String server) {
    assertThatThrownBy(() -> choose(server, null, Map.of()))
        .isInstanceOf(ReelwayException.class)
        .hasMessageContaining(server)
        .hasMessageContaining("http://127.0.0.1:8080");
  }

  @Test
  void choose_fileThatIsNoJson_saysWhichOne() throws IOException {
    writeFile(home.resolve(".config"));
    Path file = home.resolve(".config/reelway/server.json");
    Files.writeString(file, "nonsense");

    assertThatThrownBy(() -> choose(null, null, Map.of()))
        .isInstanceOf(ReelwayException.class)
        .hasMessageContaining(file.toString());
  }

  @Test
  void toString_ofAnAddress_hidesTheKey() {
    assertThat(choose("http://h:1", "rw_a_secret", Map.of()).toString()).isEqualTo("http://h:1");
  }

  @Test
  void choose_keyWithALineBreak_isRefusedWithoutRepeatingIt() {
    assertThatThrownBy(() -> choose("http://h:1", "rw_a\nX-Header: y", Map.of()))
        .isInstanceOf(ReelwayException.class)
        .hasMessageNotContaining("X-Header");
  }
}
