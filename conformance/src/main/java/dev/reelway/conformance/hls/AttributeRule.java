package dev.reelway.conformance.hls;

import java.util.List;
import java.util.Locale;

/**
 * What a tag's definition says of one attribute.
 *
 * @param name such as {@code BANDWIDTH}
 * @param type the form of its value
 * @param words the allowed words of an enumerated one; empty if any
 * @param required whether the tag is wrong without it
 */
record AttributeRule(String name, AttributeType type, List<String> words, boolean required) {

  /** Reads {@code NAME:type}, {@code NAME:type!} when required, or {@code NAME:WORD|WORD}. */
  static AttributeRule parse(String text) {
    boolean required = text.endsWith("!");
    String[] parts = (required ? text.substring(0, text.length() - 1) : text).split(":", -1);
    if (parts[1].contains("|") || parts[1].equals(parts[1].toUpperCase(Locale.ROOT))) {
      List<String> words = List.of(parts[1].split("\\|"));
      return new AttributeRule(parts[0], AttributeType.ENUMERATED, words, required);
    }
    AttributeType type = AttributeType.valueOf(parts[1].toUpperCase(Locale.ROOT));
    return new AttributeRule(parts[0], type, List.of(), required);
  }

  boolean accepts(AttributeValue value) {
    return type.accepts(value) && (words.isEmpty() || words.contains(value.text()));
  }

  String expected() {
    return name + " as " + (words.isEmpty() ? type : String.join(" or ", words));
  }
}
