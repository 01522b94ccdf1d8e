package dev.reelway.contracts.work;

import java.util.Optional;

/**
 * A rule of {@code docs/conformance-rules.md} that a package breaks, as documents tell it.
 *
 * @param rule stable id
 * @param severity {@code ERROR}, {@code WARNING} or {@code INFO}
 * @param source the clause it comes from
 * @param sentence what is demanded
 * @param expected what should be there
 * @param found what is there
 * @param track what repeated findings are counted for
 * @param file path in the package
 * @param segment position of the segment in its track, from 1
 * @param seconds in the title, an exact fraction
 * @param more how often else in the same track
 */
public record BrokenRule(
    String rule,
    String severity,
    String source,
    String sentence,
    String expected,
    String found,
    String track,
    String file,
    Optional<Integer> segment,
    Optional<String> seconds,
    long more) {

  /** What {@link #severity} says of a package that must not be published. */
  public static final String ERROR = "ERROR";

  /** Whether a package with it must not become public. */
  public boolean forbidsPublishing() {
    return severity.equals(ERROR);
  }
}
