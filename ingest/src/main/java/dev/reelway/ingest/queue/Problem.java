package dev.reelway.ingest.queue;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;

/**
 * Why a record cannot become a title.
 *
 * @param kind stable code
 * @param pointer JSON pointer (RFC 6901) to what is wrong, empty for the whole record
 * @param message one plain sentence
 */
public record Problem(FailureKind kind, String pointer, String message) {

  /** Something in the record itself. */
  public static Problem invalid(String pointer, String message) {
    return new Problem(FailureKind.REQUEST_INVALID, pointer, message);
  }

  /** What a later step said about what {@code pointer} names. */
  public static Problem of(ReelwayException failure, String pointer) {
    return new Problem(failure.kind(), pointer, failure.getMessage());
  }

  /** The sentence with the place. */
  public String sentence() {
    return pointer.isEmpty() ? message : message + " (at " + pointer + ")";
  }
}
