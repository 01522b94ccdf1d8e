package dev.reelway.platform.config;

/**
 * A value that must not end up in a log.
 *
 * @param value what only its user asks for
 */
public record Secret(String value) {

  /** Says nothing. */
  @Override
  public String toString() {
    return "***";
  }
}
