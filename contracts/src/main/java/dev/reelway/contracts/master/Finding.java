package dev.reelway.contracts.master;

/**
 * Something a content person should know about a master or plan.
 *
 * @param code stable code, upper case with underscores
 * @param severity how much it matters
 * @param message one plain sentence
 */
public record Finding(String code, Severity severity, String message) {

  /** How much a finding matters. */
  public enum Severity {
    /** A fact, such as a conversion that will be made. */
    INFO,
    /** The title will be made, but may disappoint. */
    WARNING
  }

  /** A finding of the table of all codes. */
  public static Finding of(FindingCode code, String message) {
    return new Finding(code.code(), code.kind().severity(), message);
  }

  /** A fact. */
  public static Finding info(String code, String message) {
    return new Finding(code, Severity.INFO, message);
  }

  /** A warning. */
  public static Finding warning(String code, String message) {
    return new Finding(code, Severity.WARNING, message);
  }
}
