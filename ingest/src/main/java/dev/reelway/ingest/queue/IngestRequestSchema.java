package dev.reelway.ingest.queue;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The published JSON Schema of our records, and what breaks it in plain words. */
public final class IngestRequestSchema {

  private static final String FILE = "ingest-request-v1.schema.json";
  private static final Schema SCHEMA = load();

  private IngestRequestSchema() {}

  /** The first thing about {@code record} that breaks the schema, in the order of the record. */
  public static Optional<Problem> check(JsonNode record) {
    return SCHEMA
        .validate(record, context -> context.executionConfig(c -> c.formatAssertionsEnabled(true)))
        .stream()
        .min(Comparator.comparing((Error error) -> error.getInstanceLocation().toString()))
        .map(error -> Problem.invalid(pointer(error), sentence(error)));
  }

  private static String pointer(Error error) {
    String place = error.getInstanceLocation().toString();
    return error.getProperty() == null ? place : place + "/" + escaped(error.getProperty());
  }

  private static String sentence(Error error) {
    String field = field(error);
    return switch (error.getKeyword()) {
      case "required" -> "The field '%s' is missing.".formatted(error.getProperty());
      case "additionalProperties" ->
          "The field '%s' is unknown; leave it out.".formatted(error.getProperty());
      case "const" -> "%s must be %s.".formatted(field, error.getSchemaNode().asText());
      case "enum" -> "%s must be one of %s.".formatted(field, words(error.getSchemaNode()));
      case "type" -> "%s must be a JSON %s.".formatted(field, error.getSchemaNode().asText());
      case "format" ->
          "%s must be a date with a time and zone, such as 2026-03-01T20:15:00Z.".formatted(field);
      case "pattern" ->
          "%s does not have the form %s.".formatted(field, error.getSchemaNode().asText());
      default -> "%s %s.".formatted(field, error.getMessage());
    };
  }

  private static String field(Error error) {
    String place = error.getInstanceLocation().toString();
    return place.isEmpty()
        ? "The record"
        : "The field '" + place.substring(1).replace('/', '.') + "'";
  }

  private static String words(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(JsonNode::asText)
        .collect(Collectors.joining(", "));
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  private static Schema load() {
    try (InputStream stream = IngestRequestSchema.class.getResourceAsStream(FILE)) {
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(text, InputFormat.JSON);
    } catch (IOException e) {
      throw new ReelwayException(FailureKind.INVARIANT_BROKEN, "The schema cannot be read.", e);
    }
  }
}
