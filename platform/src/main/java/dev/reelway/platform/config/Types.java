package dev.reelway.platform.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Optional;

/** Questions about the types of record components. */
final class Types {

  private Types() {}

  static Class<?> raw(Type type) {
    return type instanceof ParameterizedType generic
        ? (Class<?>) generic.getRawType()
        : (Class<?>) type;
  }

  /** The last type argument: what an {@code Optional}, {@code List} or {@code Map} holds. */
  static Type held(Type type) {
    Type[] arguments = ((ParameterizedType) type).getActualTypeArguments();
    return arguments[arguments.length - 1];
  }

  static Type withoutOptional(Type type) {
    return raw(type) == Optional.class ? held(type) : type;
  }

  /** Whether the type has settings of its own, rather than being written as one value. */
  static boolean isSection(Type type) {
    Class<?> raw = raw(type);
    return raw.isRecord() && !isWrittenAsText(raw);
  }

  /** Records with a {@code parse}, and those that do nothing but wrap a text. */
  static boolean isWrittenAsText(Class<?> type) {
    return type.isRecord() && (parses(type) || wrapsAText(type));
  }

  static boolean parses(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .anyMatch(method -> method.getName().equals("parse"));
  }

  private static boolean wrapsAText(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    return components.length == 1 && components[0].getType() == String.class;
  }
}
