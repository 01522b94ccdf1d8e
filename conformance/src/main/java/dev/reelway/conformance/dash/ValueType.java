package dev.reelway.conformance.dash;

import java.util.regex.Pattern;

/** The forms of attribute values, by the names of the schema or near to them. */
enum ValueType {
  STRING(".*"),
  TOKEN("\\S+"),
  BOOLEAN("true|false|0|1"),
  /** unsignedInt and unsignedLong. */
  UINT("\\+?[0-9]{1,20}"),
  INT("[+-]?[0-9]{1,20}"),
  DOUBLE("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]+)?|INF|-INF|NaN"),
  DURATION(
      "-?P(?=.)([0-9]{1,9}Y)?([0-9]{1,9}M)?([0-9]{1,9}D)?"
          + "(T(?=.)([0-9]{1,9}H)?([0-9]{1,9}M)?([0-9]{1,9}(\\.[0-9]+)?S)?)?"),
  DATETIME(
      "-?[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?(Z|[+-][0-9:]{5})?"),
  /** A fraction. */
  FRAMERATE("[0-9]*[0-9](/[0-9]*[0-9])?"),
  /** Two numbers and a colon. */
  RATIO("[0-9]*:[0-9]*"),
  /** Stream access point types. */
  SAP("[0-6]"),
  /** A boolean or a number, as older editions allow. */
  ALIGNMENT("true|false|[0-9]{1,10}"),
  /** First and last byte. */
  RANGE("[0-9]{1,18}-[0-9]{0,18}"),
  PRESENTATION("static|dynamic"),
  SCAN("progressive|interlaced|unknown"),
  /** A language tag; its validity is another rule's business. */
  LANG("[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*");

  private static final int MOST_CHARS = 1024;
  private final Pattern pattern;

  ValueType(String pattern) {
    this.pattern = Pattern.compile(pattern, Pattern.DOTALL);
  }

  boolean accepts(String value) {
    return this == STRING
        || (value.length() <= MOST_CHARS && pattern.matcher(value.strip()).matches());
  }
}
