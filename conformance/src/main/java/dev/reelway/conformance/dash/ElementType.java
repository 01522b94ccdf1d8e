package dev.reelway.conformance.dash;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the schema says of an element: written by hand after ISO/IEC 23009-1 Annex B.
 *
 * @param attributes allowed, by name
 * @param children allowed, in the order of the sequence
 */
record ElementType(Map<String, AttributeType> attributes, List<ChildType> children) {

  /** An attribute: its form, and whether it must be there. */
  record AttributeType(ValueType type, boolean required) {}

  /** A child: how often it may and whether it must be there. */
  record ChildType(String name, boolean required, boolean many) {}

  /**
   * Reads {@code "id bandwidth:uint!"} and {@code "BaseURL* SegmentBase? Period+"}; an attribute
   * without a form is a string, {@code !} makes it required.
   */
  static ElementType of(String attributes, String children) {
    Map<String, AttributeType> byName = new LinkedHashMap<>();
    for (String word : words(attributes)) {
      boolean required = word.endsWith("!");
      String[] parts = (required ? word.substring(0, word.length() - 1) : word).split(":", -1);
      ValueType type =
          parts.length == 1
              ? ValueType.STRING
              : ValueType.valueOf(parts[1].toUpperCase(Locale.ROOT));
      byName.put(parts[0], new AttributeType(type, required));
    }
    return new ElementType(byName, words(children).stream().map(ElementType::child).toList());
  }

  private static ChildType child(String word) {
    char last = word.charAt(word.length() - 1);
    String name = word.substring(0, word.length() - 1);
    return new ChildType(name, last == '+' || last == '1', last == '*' || last == '+');
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.trim().split("\\s+")).filter(word -> !word.isEmpty()).toList();
  }
}
