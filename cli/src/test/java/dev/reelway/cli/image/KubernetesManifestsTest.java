package dev.reelway.cli.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** That the manifests fit together; a schema alone does not tell. */
final class KubernetesManifestsTest {
  private static final String BASE = "kubernetes/base";
  private static final String KEDA = "kubernetes/keda";

  private final List<JsonNode> all;

  KubernetesManifestsTest() throws IOException {
    all = new ArrayList<>(DockerFolder.manifests(BASE));
    all.addAll(DockerFolder.manifests(KEDA));
  }

  @Test
  void deployments_all_areTheRolesOfAFleet() {
    assertThat(kind("Deployment"))
        .extracting(deployment -> container(deployment).at("/args/0").asText())
        .containsExactlyInAnyOrder("ingest", "worker", "packager", "manifest-writer");
  }

  @Test
  void deployments_all_selectTheirOwnPods() {
    for (JsonNode deployment : kind("Deployment")) {
      assertThat(selected(deployment.at("/spec/selector/matchLabels"))).containsExactly(deployment);
    }
  }

  @Test
  void deployments_probes_askPortsThatExist() {
    for (JsonNode deployment : kind("Deployment")) {
      for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
        assertThat(ports(deployment))
            .contains(container(deployment).get(probe).at("/httpGet/port").asText());
      }
      assertThat(container(deployment).at("/readinessProbe/httpGet/path").asText())
          .isEqualTo("/readyz");
      assertThat(container(deployment).at("/livenessProbe/httpGet/path").asText())
          .isEqualTo("/healthz");
    }
  }

  @Test
  void deployments_telemetryPort_isTheConfiguredOne() {
    JsonNode settings = kind("ConfigMap").get(0).get("data");
    for (JsonNode deployment : kind("Deployment")) {
      JsonNode telemetry = port(deployment, "telemetry");
      assertThat(telemetry.get("containerPort").asText())
          .isEqualTo(settings.get("REELWAY_TELEMETRY_PORT").asText())
          .isEqualTo(
              deployment.at("/spec/template/metadata/annotations/prometheus.io~1port").asText());
    }
  }

  @Test
  void deployments_all_runWithoutAnyPrivilege() {
    for (JsonNode deployment : kind("Deployment")) {
      JsonNode pod = deployment.at("/spec/template/spec");
      assertThat(pod.get("automountServiceAccountToken").asBoolean()).isFalse();
      assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
      assertThat(pod.at("/securityContext/seccompProfile/type").asText())
          .isEqualTo("RuntimeDefault");
      JsonNode context = container(deployment).get("securityContext");
      assertThat(context.get("readOnlyRootFilesystem").asBoolean()).isTrue();
      assertThat(context.get("allowPrivilegeEscalation").asBoolean(true)).isFalse();
      assertThat(DockerFolder.texts(context.at("/capabilities/drop"))).containsExactly("ALL");
    }
  }

  @Test
  void deployments_all_boundMemoryAndScratchAndHaveTimeToDrain() {
    for (JsonNode deployment : kind("Deployment")) {
      assertThat(container(deployment).at("/resources/limits").has("memory")).isTrue();
      assertThat(deployment.at("/spec/template/spec/volumes/0/emptyDir").has("sizeLimit")).isTrue();
      assertThat(deployment.at("/spec/template/spec/terminationGracePeriodSeconds").asInt())
          .isGreaterThan(30);
    }
  }

  @Test
  void deployments_environment_comesFromWhatIsThere() throws IOException {
    String secret =
        DockerFolder.yaml("kubernetes/secret.example.yaml").at("/metadata/name").asText();
    String settings = kind("ConfigMap").get(0).at("/metadata/name").asText();
    for (JsonNode deployment : kind("Deployment")) {
      JsonNode sources = container(deployment).get("envFrom");
      assertThat(sources.at("/0/configMapRef/name").asText()).isEqualTo(settings);
      assertThat(sources.at("/1/secretRef/name").asText()).isEqualTo(secret);
    }
  }

  @Test
  void settings_all_areKnownToTheProgram() throws IOException {
    Set<String> names = new TreeSet<>(DockerFolder.names(kind("ConfigMap").get(0).get("data")));
    names.addAll(
        DockerFolder.names(DockerFolder.yaml("kubernetes/secret.example.yaml").get("stringData")));

    assertThat(names).isNotEmpty().isSubsetOf(KnownSettings.variables());
  }

  @Test
  void services_all_leadToAPort() {
    assertThat(kind("Service")).isNotEmpty();
    for (JsonNode service : kind("Service")) {
      List<JsonNode> behind = selected(service.at("/spec/selector"));
      assertThat(behind).hasSize(1);
      assertThat(ports(behind.get(0))).contains(service.at("/spec/ports/0/targetPort").asText());
    }
  }

  @Test
  void disruptionBudgets_oneForEachRole_selectIt() {
    List<JsonNode> protectedRoles =
        kind("PodDisruptionBudget").stream()
            .flatMap(budget -> selected(budget.at("/spec/selector/matchLabels")).stream())
            .toList();

    assertThat(protectedRoles).containsExactlyInAnyOrderElementsOf(kind("Deployment"));
  }

  @Test
  void autoscalers_all_scaleADeploymentThatLeavesTheNumberToThem() throws IOException {
    List<JsonNode> autoscalers = new ArrayList<>(kind("HorizontalPodAutoscaler"));
    autoscalers.addAll(kind("ScaledObject"));
    assertThat(autoscalers).hasSize(3);
    String patches = DockerFolder.text(KEDA + "/kustomization.yaml");
    for (JsonNode autoscaler : autoscalers) {
      String target = autoscaler.at("/spec/scaleTargetRef/name").asText();
      JsonNode deployment =
          kind("Deployment").stream().filter(named(target)).findFirst().orElseThrow();
      if (deployment.get("spec").has("replicas")) {
        assertThat(patches).contains("name: " + target + "}", "{op: remove, path: /spec/replicas}");
      }
    }
  }

  @Test
  void networkPolicies_namedPorts_existInThePodsTheySelect() {
    assertThat(kind("NetworkPolicy")).isNotEmpty();
    for (JsonNode policy : kind("NetworkPolicy")) {
      List<JsonNode> pods = selected(policy.at("/spec/podSelector/matchLabels"));
      assertThat(pods).isNotEmpty();
      for (JsonNode rule : DockerFolder.elements(policy.at("/spec/ingress"))) {
        String port = rule.at("/ports/0/port").asText();
        assertThat(pods).allMatch(deployment -> ports(deployment).contains(port));
      }
    }
  }

  @Test
  void kustomizations_listEveryFile_andNoOther() throws IOException {
    for (String folder : List.of(BASE, KEDA)) {
      List<String> listed =
          DockerFolder.texts(DockerFolder.yaml(folder + "/kustomization.yaml").get("resources"));
      List<String> files = new ArrayList<>(DockerFolder.yamlFiles(folder));
      files.remove("kustomization.yaml");
      assertThat(listed.stream().filter(name -> name.endsWith(".yaml")))
          .containsExactlyInAnyOrderElementsOf(files);
    }
  }

  private List<JsonNode> kind(String kind) {
    return all.stream().filter(document -> document.get("kind").asText().equals(kind)).toList();
  }

  private List<JsonNode> selected(JsonNode labels) {
    return kind("Deployment").stream()
        .filter(
            deployment ->
                DockerFolder.names(labels).stream()
                    .allMatch(
                        label ->
                            labels
                                .get(label)
                                .equals(
                                    deployment.at("/spec/template/metadata/labels").get(label))))
        .toList();
  }

  private static Predicate<JsonNode> named(String name) {
    return document -> document.at("/metadata/name").asText().equals(name);
  }

  private static JsonNode container(JsonNode deployment) {
    return deployment.at("/spec/template/spec/containers/0");
  }

  private static List<String> ports(JsonNode deployment) {
    return DockerFolder.elements(container(deployment).get("ports")).stream()
        .map(port -> port.get("name").asText())
        .toList();
  }

  private static JsonNode port(JsonNode deployment, String name) {
    return DockerFolder.elements(container(deployment).get("ports")).stream()
        .filter(port -> port.get("name").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
