package dev.reelway.platform.config;

/** What the compact constructors of configuration records check. */
public final class Limits {

  private Limits() {}

  /**
   * Holds a setting to a rule; {@link ConfigLoader} turns the exception into one that names the
   * section too.
   *
   * @param component the record's component
   * @param rule what must hold, such as {@code must be at least 1}
   * @throws IllegalArgumentException with both as its message
   */
  public static void check(boolean holds, String component, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(component + " " + rule);
    }
  }
}
