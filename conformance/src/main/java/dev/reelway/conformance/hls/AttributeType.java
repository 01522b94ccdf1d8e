package dev.reelway.conformance.hls;

import java.util.regex.Pattern;

/** The forms an attribute's value can have, RFC 8216bis 4.2. */
enum AttributeType {
  /** 0 to 2^64-1. */
  INTEGER("a decimal integer", "[0-9]{1,20}", false),
  /** 0x and upper-case digits. */
  HEXADECIMAL("a hexadecimal sequence", "0[xX][0-9A-F]+", false),
  /** Not negative. */
  FLOAT("a decimal number", "[0-9]+(\\.[0-9]+)?", false),
  /** May be negative. */
  SIGNED_FLOAT("a signed decimal number", "-?[0-9]+(\\.[0-9]+)?", false),
  /** Any text in quotes. */
  QUOTED("a quoted string", ".*", true),
  /** One of a list of words. */
  ENUMERATED("an enumerated word", "[^\\s\",]+", false),
  /** Words in quotes. */
  QUOTED_ENUMERATED("a quoted list of words", "[^\\s\"]+", true),
  /** Width x height. */
  RESOLUTION("a resolution such as 1280x720", "[0-9]{1,9}x[0-9]{1,9}", false),
  /** As the writer likes. */
  ANY("a value", ".*", false);

  private final String name;
  private final Pattern pattern;
  private final boolean quoted;

  AttributeType(String name, String pattern, boolean quoted) {
    this.name = name;
    this.pattern = Pattern.compile(pattern);
    this.quoted = quoted;
  }

  boolean accepts(AttributeValue value) {
    return this == ANY || (value.quoted() == quoted && pattern.matcher(value.text()).matches());
  }

  @Override
  public String toString() {
    return name;
  }
}
