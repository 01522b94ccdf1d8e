package dev.reelway.platform.config;

import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads values that are written as one text. */
final class Scalars {

  private static final Pattern DURATION = Pattern.compile("(\\d{1,12}) *(ms|s|m|h|d)");

  private Scalars() {}

  /**
   * Reads a text as a {@code type}.
   *
   * @throws IllegalArgumentException with a clause such as {@code is no whole number}
   */
  static Object read(String text, Class<?> type) {
    if (type == String.class) {
      return text;
    }
    String stripped = text.strip();
    if (type == int.class || type == Integer.class) {
      return whole(stripped, Integer::valueOf);
    }
    if (type == long.class || type == Long.class) {
      return whole(stripped, Long::valueOf);
    }
    if (type == double.class || type == Double.class) {
      return number(stripped);
    }
    if (type == boolean.class || type == Boolean.class) {
      return bool(stripped);
    }
    if (type == Duration.class) {
      return duration(stripped);
    }
    if (type == URI.class) {
      return URI.create(stripped);
    }
    if (type == Path.class) {
      return Path.of(stripped);
    }
    return type.isEnum() ? constant(stripped, type) : wrapped(stripped, type);
  }

  private interface Parser {
    Object parse(String text);
  }

  private static Object whole(String text, Parser parser) {
    try {
      return parser.parse(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("is '" + text + "', which is no whole number", e);
    }
  }

  private static Double number(String text) {
    try {
      return Double.valueOf(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("is '" + text + "', which is no number", e);
    }
  }

  private static Boolean bool(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "on" -> true;
      case "false", "no", "off" -> false;
      default -> throw new IllegalArgumentException("is '" + text + "', not true or false");
    };
  }

  private static Duration duration(String text) {
    Matcher matcher = DURATION.matcher(text.toLowerCase(Locale.ROOT));
    if (matcher.matches()) {
      long amount = Long.parseLong(matcher.group(1));
      return switch (matcher.group(2)) {
        case "ms" -> Duration.ofMillis(amount);
        case "s" -> Duration.ofSeconds(amount);
        case "m" -> Duration.ofMinutes(amount);
        case "h" -> Duration.ofHours(amount);
        default -> Duration.ofDays(amount);
      };
    }
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "is '" + text + "', which is no duration such as 30s or 5m", e);
    }
  }

  private static Object constant(String text, Class<?> type) {
    String written = text.replace('-', '_');
    Object[] constants = type.getEnumConstants();
    return Arrays.stream(constants)
        .filter(constant -> ((Enum<?>) constant).name().equalsIgnoreCase(written))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "is '"
                        + text
                        + "', not one of "
                        + Arrays.stream(constants)
                            .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", "))));
  }

  /** Records that are written as text, see {@link Types#isWrittenAsText}. */
  private static Object wrapped(String text, Class<?> type) {
    try {
      return Types.parses(type)
          ? type.getMethod("parse", String.class).invoke(null, text)
          : type.getConstructor(String.class).newInstance(text);
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException(e.getCause().getMessage(), e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("No configuration type: " + type, e);
    }
  }
}
