package dev.reelway.ingest.accept.http;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import java.util.Locale;

/**
 * A refusal as callers see it (RFC 9457).
 *
 * @param type names the kind as a URI
 * @param title the kind in words
 * @param status HTTP status
 * @param detail one plain sentence about this case
 * @param code stable
 * @param advice what to do
 */
record Problem(String type, String title, int status, String detail, String code, String advice) {

  static final String MEDIA_TYPE = "application/problem+json";

  static Problem of(ProblemKind kind, String detail) {
    return new Problem(
        type(kind.name()), kind.title(), kind.status(), detail, kind.name(), kind.advice());
  }

  static Problem of(ReelwayException failure) {
    FailureKind kind = failure.kind();
    int status = status(kind);
    if (status == ProblemKind.SERVER_ERROR.status()) {
      return serverError();
    }
    return new Problem(
        type(kind.code()), title(kind), status, failure.getMessage(), kind.code(), kind.advice());
  }

  /** What happened is for the server's log alone. */
  static Problem serverError() {
    return of(ProblemKind.SERVER_ERROR, "The server's log has the details.");
  }

  private static String title(FailureKind kind) {
    String words = kind.code().toLowerCase(Locale.ROOT).replace('_', ' ');
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private static String type(String code) {
    return "urn:reelway:problem:" + code.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static int status(FailureKind kind) {
    if (kind == FailureKind.TITLE_EXISTS) {
      return 409;
    } else if (kind == FailureKind.STORAGE_FULL) {
      return 507;
    }
    return switch (kind.fault()) {
      case MASTER -> 422;
      case USER -> 400;
      case SYSTEM -> kind.retryable() ? 503 : 500;
    };
  }
}
