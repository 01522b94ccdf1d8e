package dev.reelway.ingest.accept.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Holds answers to the API document, more strictly than clients should: no unknown fields. */
final class OpenApi {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private final JsonNode document;

  OpenApi() {
    try {
      document = new ObjectMapper(new YAMLFactory()).readTree(OpenApiRoute.document());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    close(document.at("/components/schemas"));
    close(document.at("/components/responses"));
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An operation of the document. */
  record Operation(String method, String path, JsonNode node) {
    String line() {
      return "%s %s %s %s"
          .formatted(
              method,
              path,
              node.path("operationId").asText(),
              node.has("security") ? "open" : node.path("x-role").asText());
    }
  }

  List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    for (var path : document.path("paths").properties()) {
      for (var method : path.getValue().properties()) {
        if (!method.getKey().equals("parameters")) {
          operations.add(
              new Operation(
                  method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue()));
        }
      }
    }
    return operations;
  }

  /** The operation that a request means, if the document has it. */
  Optional<Operation> operation(String method, String path) {
    return operations().stream()
        .filter(operation -> operation.method().equals(method))
        .filter(operation -> path.matches(operation.path().replaceAll("\\{[a-z]+}", "[^/]+")))
        // The one without parameters first: openapi.yaml before {id}.
        .min((a, b) -> Integer.compare(a.path().indexOf('{'), b.path().indexOf('{')));
  }

  /** Fails unless the document says that this may be answered. */
  void check(String method, String path, Answer answer) {
    Optional<Operation> operation = operation(method, path);
    if (operation.isEmpty()) {
      checkProblem(answer);
      return;
    }
    JsonNode responses = operation.get().node().path("responses");
    String status = Integer.toString(answer.status());
    assertThat(responses.has(status) || (answer.status() >= 400 && responses.has("default")))
        .as("%s %s may answer %s: %s", method, path, status, answer.body())
        .isTrue();
    if (answer.body().isEmpty()) {
      return;
    }
    JsonNode response =
        resolved(responses.has(status) ? responses.path(status) : responses.path("default"));
    String type = answer.header("Content-Type").split(";", 2)[0];
    JsonNode content = response.path("content").path(type);
    assertThat(content.isMissingNode()).as("%s %s may answer %s", method, path, type).isFalse();
    if (type.endsWith("json")) {
      validate(content.path("schema"), answer);
    }
  }

  /** Fails unless {@code answer} is a refusal in the form of the document. */
  void checkProblem(Answer answer) {
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    validate(json("{\"$ref\":\"#/components/schemas/Problem\"}"), answer);
  }

  private void validate(JsonNode schema, Answer answer) {
    ObjectNode root = schema.deepCopy();
    root.set("components", document.path("components"));
    var errors = SCHEMAS.getSchema(root).validate(answer.json());
    if (!errors.isEmpty()) {
      fail("%s\nin %s", errors, answer.body());
    }
  }

  private JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
  }

  /** Forbids fields that the document does not name, wherever it names any. */
  private static void close(JsonNode node) {
    if (node instanceof ObjectNode object) {
      boolean names =
          object.path("properties").isObject() && object.path("type").asText().equals("object");
      if (names && !object.has("additionalProperties")) {
        object.put("additionalProperties", false);
      }
    }
    node.forEach(OpenApi::close);
  }
}
