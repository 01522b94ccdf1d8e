package dev.reelway.manifest.hls;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One attribute of a tag; implemented by enums whose order is the order of output.
 *
 * @param <T> what the tag describes
 */
interface Attribute<T> {

  /** The constant's name. */
  String name();

  /** The attribute as it is printed (quoted if it must be), or empty to leave it out. */
  Optional<String> valueOf(T described);

  /** {@code NAME=value,…} of all attributes that {@code described} has. */
  static <T> String list(Attribute<T>[] attributes, T described) {
    return Arrays.stream(attributes)
        .flatMap(a -> a.valueOf(described).map(v -> a.name().replace('_', '-') + "=" + v).stream())
        .collect(Collectors.joining(","));
  }

  /** A quoted string (RFC 8216, 4.2). */
  static Optional<String> quoted(String text) {
    return Optional.of('"' + text + '"');
  }

  /** {@code YES} or {@code NO}. */
  static Optional<String> yesNo(boolean value) {
    return Optional.of(value ? "YES" : "NO");
  }
}
