package dev.reelway.conformance.hls;

import dev.reelway.conformance.manifest.Faults;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads {@code NAME=value,NAME="value"}; goes on behind a fault where it can. */
final class AttributeListReader {
  private static final int MOST_ATTRIBUTES = 64;
  private final int line;
  private final String text;
  private final Faults faults;
  private final Map<String, AttributeValue> values = new LinkedHashMap<>();
  private int position;

  private AttributeListReader(int line, String text, Faults faults) {
    this.line = line;
    this.text = text;
    this.faults = faults;
  }

  static AttributeList read(int line, String text, Faults faults) {
    AttributeListReader reader = new AttributeListReader(line, text, faults);
    while (reader.position < text.length() && reader.attribute()) {
      if (reader.values.size() > MOST_ATTRIBUTES) {
        faults.add(HlsRule.HLS_TEXT_LIMIT, line, "at most 64 attributes", "more");
        break;
      }
    }
    return new AttributeList(reader.values);
  }

  /** Reads one attribute and the comma behind it; false if the rest cannot be read. */
  private boolean attribute() {
    int equals = text.indexOf('=', position);
    if (equals < 0) {
      return fault("NAME=value", text.substring(position));
    }
    String name = text.substring(position, equals);
    if (!isName(name)) {
      fault("a name of A-Z, 0-9 and -", name);
    }
    position = equals + 1;
    AttributeValue value = value();
    if (value == null) {
      return fault("a closing quote", text.substring(equals + 1));
    }
    if (values.putIfAbsent(name.trim(), value) != null) {
      fault("each attribute once", name + " again");
    }
    return comma();
  }

  private static boolean isName(String name) {
    return !name.isEmpty()
        && name.chars().allMatch(c -> (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-');
  }

  private AttributeValue value() {
    if (position < text.length() && text.charAt(position) == '"') {
      int close = text.indexOf('"', position + 1);
      if (close < 0) {
        return null;
      }
      String inside = text.substring(position + 1, close);
      position = close + 1;
      return new AttributeValue(inside, true);
    }
    int comma = text.indexOf(',', position);
    int end = comma < 0 ? text.length() : comma;
    String bare = text.substring(position, end);
    if (bare.isEmpty() || bare.chars().anyMatch(c -> c == '"' || Character.isWhitespace(c))) {
      fault("a value without spaces or quotes", "'" + bare + "'");
    }
    position = end;
    return new AttributeValue(bare, false);
  }

  private boolean comma() {
    if (position == text.length()) {
      return true;
    }
    if (text.charAt(position) != ',') {
      return fault("a comma behind a value", text.substring(position));
    }
    position++;
    return position < text.length() || fault("an attribute behind the comma", "the end");
  }

  private boolean fault(String expected, String found) {
    faults.add(HlsRule.HLS_ATTRIBUTE_LIST, line, expected, found);
    return false;
  }
}
