package dev.reelway.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.platform.config.StorageConfig;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StorageOptionsTest {

  @Test
  void read_nothingSet_isAmazonWithTheDefaultChain() {
    assertThat(read(Map.of())).isEqualTo(StorageConfig.DEFAULT);
  }

  @Test
  void read_variablesOfTheAwsTools_areUsed() {
    StorageConfig config =
        read(
            Map.of(
                "AWS_ENDPOINT_URL", "http://all.example",
                "AWS_ENDPOINT_URL_S3", "http://s3.example:9000",
                "AWS_DEFAULT_REGION", "eu-west-1"));
    assertThat(config.endpoint()).contains(URI.create("http://s3.example:9000"));
    assertThat(config.region()).isEqualTo("eu-west-1");
    assertThat(config.pathStyle()).isTrue();
  }

  @Test
  void read_ourVariablesToo_winOverThoseOfTheAwsTools() {
    StorageConfig config =
        read(
            Map.of(
                "AWS_ENDPOINT_URL_S3", "http://theirs.example",
                "AWS_REGION", "eu-west-1",
                "REELWAY_STORAGE_ENDPOINT", "https://ours.example",
                "REELWAY_STORAGE_REGION", "eu-north-1"));
    assertThat(config.endpoint()).contains(URI.create("https://ours.example"));
    assertThat(config.region()).isEqualTo("eu-north-1");
    assertThat(config.pathStyle()).isFalse();
  }

  private static StorageConfig read(Map<String, String> environment) {
    return new StorageOptions().read(environment);
  }
}
