package dev.reelway.ingest.plan;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads one YAML document into {@link YamlNode}s. Jackson's own tree forgets lines, which a person
 * who corrects a ladder needs. Aliases are refused: a ladder has no use for them, and they can make
 * a small file endless.
 */
final class YamlTree {

  private static final int LONGEST_FILE = 64 * 1024;
  private static final int DEEPEST = 8;

  private final LadderErrors errors;
  private final YAMLParser parser;

  private YamlTree(LadderErrors errors, YAMLParser parser) {
    this.errors = errors;
    this.parser = parser;
  }

  static YamlNode read(LadderErrors errors, String text) {
    if (text.length() > LONGEST_FILE) {
      throw errors.of("is longer than %d characters".formatted(LONGEST_FILE));
    }
    try (YAMLParser parser = new YAMLFactory().createParser(text)) {
      if (parser.nextToken() == null) {
        throw errors.of("is empty");
      }
      YamlTree tree = new YamlTree(errors, parser);
      YamlNode node = tree.node(0);
      if (parser.nextToken() != null) {
        throw tree.at("starts a second document; a ladder file has one");
      }
      return node;
    } catch (JsonProcessingException e) {
      throw errors.notYaml(e);
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory cannot fail", e);
    }
  }

  private YamlNode node(int depth) throws IOException {
    if (depth > DEEPEST) {
      throw at("is nested too deeply");
    }
    if (parser.isCurrentAlias() || parser.getObjectId() != null) {
      throw at("uses an anchor or alias (& or *); write the value out instead");
    }
    JsonLocation start = parser.currentTokenLocation();
    return switch (parser.currentToken()) {
      case START_OBJECT -> mapping(start, depth);
      case START_ARRAY -> sequence(start, depth);
      default -> new YamlNode.Scalar(start.getLineNr(), start.getColumnNr(), scalarText());
    };
  }

  private String scalarText() throws IOException {
    return parser.currentToken() == JsonToken.VALUE_NULL ? "" : parser.getText();
  }

  private YamlNode mapping(JsonLocation start, int depth) throws IOException {
    Map<String, YamlNode> fields = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      if (fields.containsKey(name)) {
        at("has the field '" + name + "' twice");
      }
      parser.nextToken();
      fields.putIfAbsent(name, node(depth + 1));
    }
    return new YamlNode.Mapping(
        start.getLineNr(), start.getColumnNr(), Collections.unmodifiableMap(fields));
  }

  private YamlNode sequence(JsonLocation start, int depth) throws IOException {
    List<YamlNode> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(node(depth + 1));
    }
    return new YamlNode.Sequence(start.getLineNr(), start.getColumnNr(), List.copyOf(items));
  }

  private LadderErrors.BadLadder at(String what) {
    JsonLocation here = parser.currentTokenLocation();
    return errors.at(here.getLineNr(), here.getColumnNr(), what);
  }
}
