package dev.reelway.cli.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** That dashboard, alerts and autoscaling ask for metrics that exist. */
final class WatchFilesTest {
  private static final Pattern ROW = Pattern.compile("\\| `(\\w+)` \\| (\\w+) \\| .*");
  private static final Pattern NAME = Pattern.compile("\\b(reelway|process|jvm)_[a-z_]+\\b");
  private static final Set<String> WITH_PARTS = Set.of("histogram", "summary");

  private final Set<String> documented = new TreeSet<>();
  private final Set<String> parts = new TreeSet<>();

  WatchFilesTest() throws IOException {
    for (String line : Files.readAllLines(Path.of("../docs/metrics.md"))) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        documented.add(row.group(1));
        if (WITH_PARTS.contains(row.group(2))) {
          List.of("_bucket", "_sum", "_count").forEach(part -> parts.add(row.group(1) + part));
        }
      }
    }
  }

  @Test
  void dashboard_queries_useExactlyTheDocumentedMetrics() throws IOException {
    Set<String> used =
        DockerFolder.json("grafana/reelway.json").findValuesAsText("expr").stream()
            .flatMap(expression -> names(expression).stream())
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(used).isSubsetOf(known());
    assertThat(used.stream().map(this::family).collect(Collectors.toSet()))
        .containsExactlyInAnyOrderElementsOf(documented);
  }

  @Test
  void dashboard_panels_haveTitlesAndDoNotOverlap() throws IOException {
    List<JsonNode> panels =
        DockerFolder.elements(DockerFolder.json("grafana/reelway.json").get("panels"));

    Set<String> cells = new TreeSet<>();
    for (JsonNode panel : panels) {
      assertThat(panel.get("title").asText()).isNotEmpty();
      JsonNode place = panel.get("gridPos");
      for (int x = 0; x < place.get("w").asInt(); x++) {
        int column = place.get("x").asInt() + x;
        assertThat(column).isLessThan(24);
        assertThat(cells.add(column + "," + place.get("y").asInt())).isTrue();
      }
    }
  }

  @Test
  void alerts_expressions_useDocumentedMetrics() throws IOException {
    List<String> expressions = DockerFolder.yaml("prometheus/alerts.yml").findValuesAsText("expr");

    assertThat(expressions).isNotEmpty();
    for (String expression : expressions) {
      assertThat(known()).containsAll(names(expression));
    }
  }

  @Test
  void alerts_all_haveASummaryAndASeverity() throws IOException {
    for (JsonNode rule :
        DockerFolder.elements(DockerFolder.yaml("prometheus/alerts.yml").at("/groups/0/rules"))) {
      assertThat(rule.at("/annotations/summary").asText()).endsWith(".");
      assertThat(rule.at("/labels/severity").asText()).isIn("critical", "warning");
    }
  }

  @Test
  void autoscaling_query_asksForTheBacklogAndKeepsWorkersWhenNobodyKnowsIt() throws IOException {
    JsonNode trigger =
        DockerFolder.yaml("kubernetes/keda/worker-scaling.yaml").at("/spec/triggers/0/metadata");

    assertThat(known()).containsAll(names(trigger.get("query").asText()));
    assertThat(trigger.get("query").asText()).contains("reelway_queue_cpu_seconds");
    assertThat(trigger.get("ignoreNullValues").asText()).isEqualTo("false");
  }

  private Set<String> known() {
    Set<String> known = new TreeSet<>(documented);
    known.addAll(parts);
    return known;
  }

  private String family(String name) {
    return parts.contains(name) ? name.replaceAll("_(bucket|sum|count)$", "") : name;
  }

  private static Set<String> names(String expression) {
    Set<String> names = new TreeSet<>();
    Matcher name = NAME.matcher(expression);
    while (name.find()) {
      names.add(name.group());
    }
    return names;
  }
}
