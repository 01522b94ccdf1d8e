package dev.reelway.platform.storage;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What went wrong with a bucket, in words that say whose side it is on. */
final class S3Failures {

  private static final int INSUFFICIENT_STORAGE = 507;

  private final String store;
  private final String bucket;

  S3Failures(String store, String bucket) {
    this.store = store;
    this.bucket = bucket;
  }

  /** The code that S3 gives an error, empty if the answer had none. */
  static String code(S3Exception failure) {
    return failure.awsErrorDetails() == null || failure.awsErrorDetails().errorCode() == null
        ? ""
        : failure.awsErrorDetails().errorCode();
  }

  /**
   * What a call ended with.
   *
   * @param verb what was to be done with the object
   */
  ReelwayException of(String verb, String key, RuntimeException cause) {
    if (cause instanceof AbortedException) {
      Thread.currentThread().interrupt();
      return new ReelwayException(
          FailureKind.CANCELLED, "It was interrupted before it could " + verb + " " + key + ".");
    }
    boolean full = cause instanceof S3Exception s3 && isFull(s3);
    String why = cause instanceof S3Exception s3 ? refusal(s3) : silence(cause);
    return new ReelwayException(
        full ? FailureKind.STORAGE_FULL : FailureKind.STORAGE_UNAVAILABLE,
        "Could not " + verb + " the object '" + key + "' in the bucket '" + bucket + "': " + why,
        cause);
  }

  private static boolean isFull(S3Exception failure) {
    return failure.statusCode() == INSUFFICIENT_STORAGE
        || code(failure).equals("XMinioStorageFull")
        || code(failure).equals("QuotaExceeded");
  }

  private String refusal(S3Exception failure) {
    return switch (code(failure)) {
      case "NoSuchBucket" -> "there is no such bucket at " + store + ".";
      case "InvalidAccessKeyId" -> store + " does not know the access key.";
      case "SignatureDoesNotMatch" -> "the secret key does not fit the access key.";
      case "ExpiredToken", "TokenRefreshRequired" -> "the credentials have expired.";
      case "RequestTimeTooSkewed" -> "this machine's clock and the store's differ too much.";
      case "PermanentRedirect", "AuthorizationHeaderMalformed" ->
          "the bucket lies in another region; set storage.region.";
      default -> byStatus(failure);
    };
  }

  private String byStatus(S3Exception failure) {
    int status = failure.statusCode();
    if (isFull(failure)) {
      return store + " has no room left.";
    }
    if (status == 401 || status == 403) {
      return "access was denied; the credentials do not allow it.";
    }
    String answer = status + (code(failure).isEmpty() ? "" : " " + code(failure));
    return status == 429 || status >= 500
        ? store + " is in trouble and answered " + answer + " again and again."
        : store + " refused it with " + answer + ".";
  }

  private String silence(RuntimeException cause) {
    String message = String.valueOf(cause.getMessage());
    if (message.contains("Unable to load credentials")) {
      return "no credentials were found; set storage.accessKey and storage.secretKey, or"
          + " AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.";
    }
    Throwable root = cause;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    return store + " did not answer in full: " + firstLine(String.valueOf(root.getMessage())) + ".";
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("").replaceAll("\\.$", "");
  }
}
