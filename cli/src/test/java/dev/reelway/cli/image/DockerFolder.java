package dev.reelway.cli.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.Yaml;

/** Reads what lies in the folder {@code docker}. */
final class DockerFolder {
  static final Path ROOT = Path.of("../docker");

  private static final ObjectMapper JSON = new ObjectMapper();

  private DockerFolder() {}

  static String text(String file) throws IOException {
    return Files.readString(ROOT.resolve(file));
  }

  static JsonNode json(String file) throws IOException {
    return JSON.readTree(text(file));
  }

  /** The only document of a YAML file; anchors and merges resolved. */
  static JsonNode yaml(String file) throws IOException {
    return JSON.valueToTree(new Yaml().load(text(file)));
  }

  /** All documents of all YAML files of a folder, kustomizations left out. */
  static List<JsonNode> manifests(String folder) throws IOException {
    List<JsonNode> documents = new ArrayList<>();
    for (String file : yamlFiles(folder)) {
      if (!file.equals("kustomization.yaml")) {
        new Yaml()
            .loadAll(text(folder + "/" + file))
            .forEach(document -> documents.add(JSON.valueToTree(document)));
      }
    }
    return documents;
  }

  static List<String> yamlFiles(String folder) throws IOException {
    try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".yaml"))
          .sorted()
          .toList();
    }
  }

  static List<String> names(JsonNode object) {
    return stream(object.fieldNames()).toList();
  }

  static List<JsonNode> elements(JsonNode list) {
    return stream(list.elements()).toList();
  }

  static List<String> texts(JsonNode list) {
    return elements(list).stream().map(JsonNode::asText).toList();
  }

  private static <T> Stream<T> stream(Iterator<T> elements) {
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(elements, 0), false);
  }
}
