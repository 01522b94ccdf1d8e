package dev.reelway.cli.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a Compose engine would stumble over, as far as it can be told without one. */
final class ComposeFileTest {
  private static final List<String> ROLES =
      List.of("ingest", "worker", "packager", "manifest-writer");

  private final JsonNode compose;

  ComposeFileTest() throws IOException {
    compose = DockerFolder.yaml("compose.yaml");
  }

  @Test
  void roles_all_runTheirCommandUnprivilegedWithAHealthCheckAndALimit() {
    for (String role : ROLES) {
      JsonNode service = service(role);
      assertThat(DockerFolder.texts(service.get("command"))).containsExactly(role);
      assertThat(DockerFolder.texts(service.at("/healthcheck/test")))
          .containsExactly("CMD", "/opt/reelway/bin/health");
      assertThat(service.get("read_only").asBoolean()).isTrue();
      assertThat(DockerFolder.texts(service.get("cap_drop"))).containsExactly("ALL");
      assertThat(service.has("mem_limit")).isTrue();
      assertThat(service.has("stop_grace_period")).isTrue();
      assertThat(service.has("container_name")).as("could not be scaled").isFalse();
    }
  }

  @Test
  void workers_scaled_doNotFightForAPort() {
    assertThat(service("worker").has("ports")).isFalse();
  }

  @Test
  void roles_environment_isKnownToTheProgram() {
    for (String role : ROLES) {
      assertThat(DockerFolder.names(service(role).get("environment")))
          .isNotEmpty()
          .isSubsetOf(KnownSettings.variables());
    }
  }

  @Test
  void services_dependencies_exist() {
    List<String> services = DockerFolder.names(compose.get("services"));
    assertThat(services).containsAll(ROLES);
    for (String name : services) {
      assertThat(services).containsAll(DockerFolder.names(service(name).path("depends_on")));
    }
    assertThat(service("kafka").has("healthcheck")).isTrue();
    assertThat(service("store").has("healthcheck")).isTrue();
  }

  @Test
  void services_volumesAndMounts_exist() {
    List<String> volumes = DockerFolder.names(compose.get("volumes"));
    for (String name : DockerFolder.names(compose.get("services"))) {
      for (String volume : DockerFolder.texts(service(name).path("volumes"))) {
        String source = volume.replaceAll(":.*", "");
        if (source.startsWith("./")) {
          assertThat(DockerFolder.ROOT.resolve(Path.of(source))).exists();
        } else if (!source.startsWith("/")) {
          assertThat(volumes).contains(source);
        }
      }
    }
  }

  @Test
  void images_ofOthers_arePinned() {
    for (String name : DockerFolder.names(compose.get("services"))) {
      String image = service(name).get("image").asText();
      if (!ROLES.contains(name)) {
        assertThat(image).matches("[a-z/-]+:v?\\d+\\.\\d+\\.\\d+");
      }
    }
  }

  @Test
  void ports_published_areOnThisMachineOnly() {
    for (String name : DockerFolder.names(compose.get("services"))) {
      assertThat(DockerFolder.texts(service(name).path("ports")))
          .allMatch(port -> port.startsWith("127.0.0.1:"));
    }
  }

  @Test
  void prometheus_scrapes_theTelemetryPortOfEveryRole() throws IOException {
    JsonNode target =
        DockerFolder.yaml("prometheus/prometheus.yml").at("/scrape_configs/0/dns_sd_configs/0");

    assertThat(DockerFolder.texts(target.get("names"))).containsExactlyElementsOf(ROLES);
    assertThat(target.get("port").asText())
        .isEqualTo(service("worker").at("/environment/REELWAY_TELEMETRY_PORT").asText());
  }

  @Test
  void bucket_policy_opensNothingButPublishedTitles() throws IOException {
    JsonNode statements = DockerFolder.json("store/policy.json").get("Statement");

    assertThat(statements).hasSize(1);
    assertThat(statements.at("/0/Action").asText()).isEqualTo("s3:GetObject");
    assertThat(statements.at("/0/Resource").asText()).isEqualTo("arn:aws:s3:::BUCKET/titles/*");
  }

  @Test
  void bucket_uploadsFromABrowser_mayReadTheEtag() throws IOException {
    JsonNode upload = DockerFolder.json("store/cors.json").at("/CORSRules/1");

    assertThat(DockerFolder.texts(upload.get("AllowedMethods"))).contains("PUT");
    assertThat(DockerFolder.texts(upload.get("ExposeHeaders"))).contains("ETag");
  }

  private JsonNode service(String name) {
    return compose.get("services").get(name);
  }
}
