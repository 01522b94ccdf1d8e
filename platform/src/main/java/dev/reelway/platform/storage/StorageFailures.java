package dev.reelway.platform.storage;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;

/** The one border at which I/O errors become failures with a key. */
final class StorageFailures {

  private StorageFailures() {}

  static ReelwayException unavailable(String verb, String key, Throwable cause) {
    return new ReelwayException(
        FailureKind.STORAGE_UNAVAILABLE,
        "Could not " + verb + " the object '" + key + "': " + cause,
        cause);
  }

  static ReelwayException missing(String key) {
    return new ReelwayException(
        FailureKind.STORAGE_UNAVAILABLE, "The object '" + key + "' is not there.");
  }

  static ReelwayException full(String key, long sizeBytes, Throwable cause) {
    return new ReelwayException(
        FailureKind.STORAGE_FULL,
        "There is no room for the object '" + key + "' of " + sizeBytes + " bytes.",
        cause);
  }

  static ReelwayException badKey(String key, String reason) {
    return new ReelwayException(
        FailureKind.INVARIANT_BROKEN, "The object key '" + key + "' " + reason + ".");
  }
}
