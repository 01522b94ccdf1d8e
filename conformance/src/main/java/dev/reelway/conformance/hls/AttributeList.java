package dev.reelway.conformance.hls;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The attributes of a tag by name, RFC 8216bis 4.2. */
public record AttributeList(Map<String, AttributeValue> values) {
  /** None. */
  public static final AttributeList EMPTY = new AttributeList(Map.of());

  private static final int MOST_DIGITS = 18;

  /** Takes the map as it is. */
  public AttributeList {
    values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** The value's text, without quotes. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name)).map(AttributeValue::text);
  }

  /** The value's text, or {@code fallback}. */
  public String text(String name, String fallback) {
    return text(name).orElse(fallback);
  }

  /** Whether the attribute stands there with this very text. */
  public boolean is(String name, String text) {
    return text(name).filter(text::equals).isPresent();
  }

  /** The value as a whole number; empty if there is none or it is no such number. */
  public OptionalLong number(String name) {
    String text = text(name, "");
    boolean digits = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits && text.length() <= MOST_DIGITS
        ? OptionalLong.of(Long.parseLong(text))
        : OptionalLong.empty();
  }
}
