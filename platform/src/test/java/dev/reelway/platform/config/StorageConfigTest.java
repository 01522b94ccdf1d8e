package dev.reelway.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StorageConfigTest {

  @TempDir private Path folder;

  @Test
  void load_nothingSet_isTheDefault() {
    assertThat(ConfigLoader.load("storage", StorageConfig.class, Optional.empty(), Map.of()))
        .isEqualTo(StorageConfig.DEFAULT);
  }

  @Test
  void load_everythingSet_isMapped() throws IOException {
    String yaml =
        """
        storage:
          endpoint: https://s3.example.com
          region: eu-central-1
          bucket: films
          pathStyle: true
          checksumsWhenRequired: true
          maxConnections: 8
          accessKey: AK
          masterBuckets: [incoming, archive]
          masterFolders: [/srv/masters]
          publicBaseUrl: https://cdn.example.com
        """;
    assertThat(load(yaml, Map.of("REELWAY_STORAGE_SECRET_KEY", "SK")))
        .isEqualTo(
            new StorageConfig(
                Optional.of(URI.create("https://s3.example.com")),
                "eu-central-1",
                "films",
                true,
                true,
                8,
                Optional.of(new Secret("AK")),
                Optional.of(new Secret("SK")),
                List.of("incoming", "archive"),
                List.of(Path.of("/srv/masters")),
                Optional.of(URI.create("https://cdn.example.com"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"bucket: ' '", "maxConnections: 0", "maxConnections: 1001", "accessKey: A"})
  void load_limitBroken_namesTheSetting(String line) {
    String setting = line.substring(0, line.indexOf(':'));
    assertThatThrownBy(() -> load("storage: {" + line + "}", Map.of()))
        .hasMessageContaining("storage." + setting);
  }

  @Test
  void toString_secret_isHidden() {
    StorageConfig config = StorageConfig.of(URI.create("http://s3"), "b", "public", "hidden");
    assertThat(config.toString()).doesNotContain("hidden");
  }

  private StorageConfig load(String yaml, Map<String, String> environment) throws IOException {
    Path file = Files.writeString(folder.resolve("reelway.yaml"), yaml);
    return ConfigLoader.load("storage", StorageConfig.class, Optional.of(file), environment);
  }
}
