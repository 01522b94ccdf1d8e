package dev.reelway.conformance.dash;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code $Number%05d$} and its kin, ISO/IEC 23009-1 5.3.9.4.4. */
final class UrlTemplate {
  private static final Pattern IDENTIFIER =
      Pattern.compile("(RepresentationID|Number|Bandwidth|Time|SubNumber)(?:%0([0-9]{1,2})d)?");
  private static final int MOST_CHARS = 4096;

  private UrlTemplate() {}

  /** What is wrong with a template; empty if nothing is. */
  static Optional<String> fault(String template) {
    String[] parts = template.split("\\$", -1);
    if (parts.length % 2 == 0) {
      return Optional.of("a single $");
    }
    for (int i = 1; i < parts.length; i += 2) {
      boolean width = parts[i].startsWith("RepresentationID%");
      if (!parts[i].isEmpty() && (width || !IDENTIFIER.matcher(parts[i]).matches())) {
        return Optional.of("$" + parts[i] + "$");
      }
    }
    return template.length() > MOST_CHARS
        ? Optional.of(template.length() + " characters")
        : Optional.empty();
  }

  /** Fills in the identifiers; {@code $$} becomes {@code $}. Unknown ones stay. */
  static String expand(String template, Map<String, Object> values) {
    String[] parts = template.split("\\$", -1);
    StringBuilder text = new StringBuilder(parts[0]);
    for (int i = 1; i < parts.length; i += 2) {
      text.append(value(parts[i], values)).append(i + 1 < parts.length ? parts[i + 1] : "");
    }
    return text.toString();
  }

  private static String value(String identifier, Map<String, Object> values) {
    if (identifier.isEmpty()) {
      return "$";
    }
    Matcher matcher = IDENTIFIER.matcher(identifier);
    Object value = matcher.matches() ? values.get(matcher.group(1)) : null;
    if (value == null) {
      return "$" + identifier + "$";
    }
    int width = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
    return width > 0 && value instanceof Long number
        ? String.format(Locale.ROOT, "%0" + width + "d", number)
        : value.toString();
  }
}
