package dev.reelway.platform.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a record of settings. */
final class RecordBinder {

  private RecordBinder() {}

  /**
   * Binds a section.
   *
   * @param path names it in failures
   */
  static Record bind(String path, Class<?> type, ObjectNode settings) {
    RecordComponent[] components = type.getRecordComponents();
    refuseUnknown(path, components, settings);
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      values[i] = value(path, type, components[i], settings);
    }
    return construct(path, type, components, values);
  }

  private static void refuseUnknown(
      String path, RecordComponent[] components, ObjectNode settings) {
    List<String> known = Arrays.stream(components).map(RecordComponent::getName).toList();
    for (Map.Entry<String, JsonNode> setting : settings.properties()) {
      if (!known.contains(setting.getKey())) {
        throw ConfigErrors.unknown(
            "setting",
            path + "." + setting.getKey(),
            known.stream().map(name -> path + "." + name).toList());
      }
    }
  }

  private static Object value(
      String path, Class<?> owner, RecordComponent component, ObjectNode settings) {
    String setting = path + "." + component.getName();
    JsonNode node = settings.path(component.getName());
    if (!node.isMissingNode() && !node.isNull()) {
      return read(setting, component.getGenericType(), node);
    }
    Optional<Object> usual = usual(owner, component);
    if (usual.isPresent()) {
      return usual.get();
    }
    if (component.getType() == Optional.class) {
      return Optional.empty();
    }
    if (component.getType().isPrimitive()) {
      throw ConfigErrors.setting(setting, "must be set");
    }
    // A section of its own may consist of defaults.
    return Types.isSection(component.getType()) && hasDefault(component.getType())
        ? bind(setting, component.getType(), JsonNodeFactory.instance.objectNode())
        : null;
  }

  private static Object read(String setting, Type type, JsonNode node) {
    Class<?> raw = Types.raw(type);
    if (raw == Optional.class) {
      return Optional.of(read(setting, Types.held(type), node));
    }
    if (raw == List.class) {
      return list(setting, Types.held(type), node);
    }
    if (raw == Map.class) {
      return map(setting, Types.held(type), node);
    }
    if (Types.isSection(type)) {
      if (node instanceof ObjectNode section) {
        return bind(setting, raw, section);
      }
      throw ConfigErrors.setting(setting, "must hold settings");
    }
    if (!node.isValueNode()) {
      throw ConfigErrors.setting(setting, "must be one value");
    }
    try {
      return Scalars.read(node.asText(), raw);
    } catch (IllegalArgumentException e) {
      throw ConfigErrors.setting(setting, e.getMessage());
    }
  }

  /** A YAML list, or one text with commas as environment variables have it. */
  private static List<Object> list(String setting, Type held, JsonNode node) {
    List<Object> values = new ArrayList<>();
    if (node.isArray()) {
      for (JsonNode element : node) {
        values.add(read(setting, held, element));
      }
    } else {
      for (String part : node.asText().split(",", -1)) {
        if (!part.isBlank()) {
          values.add(read(setting, held, JsonNodeFactory.instance.textNode(part.strip())));
        }
      }
    }
    return values;
  }

  private static Map<String, Object> map(String setting, Type held, JsonNode node) {
    if (!node.isObject()) {
      throw ConfigErrors.setting(setting, "must hold names and values");
    }
    Map<String, Object> values = new LinkedHashMap<>();
    node.properties()
        .forEach(e -> values.put(e.getKey(), read(setting + "." + e.getKey(), held, e.getValue())));
    return values;
  }

  private static boolean hasDefault(Class<?> type) {
    return Arrays.stream(type.getFields()).anyMatch(field -> field.getName().equals("DEFAULT"));
  }

  private static Optional<Object> usual(Class<?> owner, RecordComponent component) {
    if (!hasDefault(owner)) {
      return Optional.empty();
    }
    try {
      Object defaults = owner.getField("DEFAULT").get(null);
      return Optional.ofNullable(component.getAccessor().invoke(defaults));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("No configuration type: " + owner, e);
    }
  }

  private static Record construct(
      String path, Class<?> type, RecordComponent[] components, Object[] values) {
    try {
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      Record made = (Record) type.getConstructor(types).newInstance(values);
      for (RecordComponent component : components) {
        if (component.getAccessor().invoke(made) == null) {
          throw ConfigErrors.setting(path + "." + component.getName(), "must be set");
        }
      }
      return made;
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException limit) {
        throw ConfigErrors.of("The setting " + path + "." + limit.getMessage() + ".");
      }
      throw new IllegalStateException("Could not make " + type, e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("No configuration type: " + type, e);
    }
  }
}
