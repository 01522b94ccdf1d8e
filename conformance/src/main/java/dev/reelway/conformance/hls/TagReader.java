package dev.reelway.conformance.hls;

import dev.reelway.conformance.manifest.Faults;
import java.util.Optional;

/** Reads a line that starts with {@code #EXT}, and checks it against the tag's definition. */
final class TagReader {
  private static final String CLIENT_ATTRIBUTE = "X-";

  private TagReader() {}

  static Optional<Tag> read(Line line, Faults faults) {
    int colon = line.text().indexOf(':');
    String name = line.text().substring(1, colon < 0 ? line.text().length() : colon);
    Optional<HlsTag> known = HlsTag.of(name.trim());
    if (known.isEmpty()) {
      faults.add(HlsRule.HLS_TAG_UNKNOWN, line.number(), "a tag of RFC 8216bis", "#" + name);
      return Optional.empty();
    }
    HlsTag tag = known.get();
    String value = colon < 0 ? "" : line.text().substring(colon + 1);
    checkForm(line, tag, colon >= 0, value, faults);
    if (tag.form() != HlsTag.Form.ATTRIBUTES) {
      return Optional.of(new Tag(line.number(), tag, value, AttributeList.EMPTY));
    }
    AttributeList attributes = AttributeListReader.read(line.number(), value, faults);
    checkAttributes(line.number(), tag, attributes, faults);
    return Optional.of(new Tag(line.number(), tag, value, attributes));
  }

  private static void checkForm(Line line, HlsTag tag, boolean colon, String value, Faults faults) {
    String expected =
        switch (tag.form()) {
          case NONE -> colon ? "nothing behind #" + tag.text() : "";
          case INTEGER -> value.matches("[0-9]{1,20}") ? "" : "a whole number";
          case TEXT, ATTRIBUTES -> value.isEmpty() ? "a value" : "";
        };
    if (!expected.isEmpty()) {
      faults.add(HlsRule.HLS_TAG_VALUE, line.number(), expected, line.text());
    }
  }

  private static void checkAttributes(
      int line, HlsTag tag, AttributeList attributes, Faults faults) {
    attributes.values().forEach((name, value) -> checkAttribute(line, tag, name, value, faults));
    for (AttributeRule rule : tag.attributes().values()) {
      if (rule.required() && attributes.text(rule.name()).isEmpty()) {
        faults.add(HlsRule.HLS_ATTRIBUTE_MISSING, line, rule.name() + " on #" + tag.text(), "none");
      }
    }
  }

  private static void checkAttribute(
      int line, HlsTag tag, String name, AttributeValue value, Faults faults) {
    AttributeRule rule = tag.attributes().get(name);
    if (rule != null && !rule.accepts(value)) {
      String quote = value.quoted() ? "\"" : "";
      faults.add(HlsRule.HLS_ATTRIBUTE_VALUE, line, rule.expected(), quote + value.text() + quote);
    }
    boolean open = tag == HlsTag.EXT_X_DATERANGE || name.startsWith(CLIENT_ATTRIBUTE);
    if (rule == null && !open) {
      faults.add(HlsRule.HLS_ATTRIBUTE_UNKNOWN, line, "an attribute of #" + tag.text(), name);
    }
  }
}
