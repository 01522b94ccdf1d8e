package dev.reelway.platform.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;

/** The YAML file: sections with settings. */
final class ConfigFile {

  private static final ObjectMapper YAML =
      YAMLMapper.builder().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).build();

  private ConfigFile() {}

  /** The settings of a section, empty if there is no file or no such section in it. */
  static ObjectNode section(String name, Optional<Path> file) {
    JsonNode all = file.map(ConfigFile::read).orElse(JsonNodeFactory.instance.objectNode());
    Iterator<String> names = all.fieldNames();
    while (names.hasNext()) {
      String found = names.next();
      if (!ConfigLoader.SECTIONS.contains(found)) {
        throw ConfigErrors.unknown("section", found, ConfigLoader.SECTIONS);
      }
    }
    JsonNode section = all.path(name);
    if (section.isMissingNode() || section.isNull()) {
      return JsonNodeFactory.instance.objectNode();
    }
    if (section instanceof ObjectNode settings) {
      return settings;
    }
    throw ConfigErrors.of("The section " + name + " must hold settings.");
  }

  private static JsonNode read(Path file) {
    try {
      JsonNode all = YAML.readTree(Files.readString(file));
      if (all.isMissingNode() || all.isNull()) {
        return JsonNodeFactory.instance.objectNode(); // nothing but comments
      }
      if (!all.isObject()) {
        throw ConfigErrors.of("The configuration file " + file + " must hold sections.");
      }
      return all;
    } catch (JsonProcessingException e) {
      throw ConfigErrors.of(
          "The configuration file %s is not readable as YAML%s: %s."
              .formatted(file, place(e), e.getOriginalMessage().lines().findFirst().orElse("")));
    } catch (NoSuchFileException e) {
      throw ConfigErrors.of("There is no configuration file " + file + ".");
    } catch (IOException e) {
      throw ConfigErrors.of("The configuration file " + file + " cannot be read: " + e + ".");
    }
  }

  private static String place(JsonProcessingException e) {
    return e.getLocation() == null ? "" : " at line " + e.getLocation().getLineNr();
  }
}
