package dev.reelway.platform.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Puts environment variables over the settings of a file. */
final class EnvironmentOverlay {

  private static final String PREFIX = "REELWAY_";

  private final Map<String, String> environment = new TreeMap<>();
  private final Set<String> known = new HashSet<>();
  private final Set<String> used = new HashSet<>();

  /**
   * @param environment as of {@code System.getenv}
   */
  EnvironmentOverlay(Map<String, String> environment) {
    environment.forEach(
        (name, value) -> {
          if (name.startsWith(PREFIX) && !value.isBlank()) {
            this.environment.put(name, value);
          }
        });
  }

  /** Overrides what the environment sets of a section and refuses what it misspells. */
  void apply(String section, Class<?> type, ObjectNode settings) {
    String prefix = PREFIX + upperSnake(section);
    walk(prefix, type, settings);
    for (String name : environment.keySet()) {
      if (name.startsWith(prefix + "_") && !used.contains(name)) {
        throw ConfigErrors.unknown("setting for the variable", name, known);
      }
    }
  }

  private void walk(String prefix, Class<?> type, ObjectNode settings) {
    for (RecordComponent component : type.getRecordComponents()) {
      String name = component.getName();
      String variable = prefix + "_" + upperSnake(name);
      Type inner = Types.withoutOptional(component.getGenericType());
      if (Types.isSection(inner)) {
        walkSection(variable, Types.raw(inner), name, settings);
      } else if (Types.raw(inner) == Map.class) {
        fillMap(variable + "_", name, settings);
      } else {
        known.add(variable);
        String value = environment.get(variable);
        if (value != null) {
          used.add(variable);
          settings.put(name, value);
        }
      }
    }
  }

  private void walkSection(String variable, Class<?> type, String name, ObjectNode settings) {
    JsonNode there = settings.path(name);
    ObjectNode section = there instanceof ObjectNode node ? node : settings.objectNode();
    walk(variable, type, section);
    boolean nothingSaid = there.isMissingNode() || there.isNull();
    if (nothingSaid && !section.isEmpty()) {
      settings.set(name, section);
    }
  }

  /** The rest of the variable's name is the key, in lower case with dots. */
  private void fillMap(String prefix, String name, ObjectNode settings) {
    environment.forEach(
        (variable, value) -> {
          if (variable.startsWith(prefix)) {
            String key = variable.substring(prefix.length()).toLowerCase(Locale.ROOT);
            used.add(variable);
            settings.withObjectProperty(name).put(key.replace('_', '.'), value);
          }
        });
  }

  /** {@code maxInFlight} becomes {@code MAX_IN_FLIGHT}. */
  static String upperSnake(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
  }
}
