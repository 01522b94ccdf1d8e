package dev.reelway.ingest.accept.http;

/** What the API itself refuses, beside the failures of {@code FailureKind}. Codes are stable. */
enum ProblemKind {
  /** The body or a parameter breaks a rule. */
  REQUEST_INVALID(400, "The request breaks a rule", "Correct the named part and send it again."),
  /** No key, or one that does not count. */
  UNAUTHENTICATED(
      401, "No valid API key", "Send 'Authorization: Bearer <key>' with a key that is in force."),
  /** The key may not do this. */
  FORBIDDEN(403, "The key may not do this", "Use a key with a higher role."),
  /** Nothing of the kind, or it is another tenant's. */
  NOT_FOUND(404, "Not found", "Check the address and the id."),
  /** The path knows other methods. */
  METHOD_NOT_ALLOWED(405, "Method not allowed", "See /api/v1/openapi.yaml for what there is."),
  /** The body came too slowly. */
  REQUEST_TIMEOUT(408, "The request took too long", "Send it again over a better connection."),
  /** It does not fit where the thing stands now. */
  CONFLICT(409, "Not possible now", "Look at it again and decide anew."),
  /** The tus version or another precondition is missing. */
  PRECONDITION_FAILED(412, "A precondition is missing", "Send 'Tus-Resumable: 1.0.0'."),
  /** The body is larger than may be. */
  TOO_LARGE(413, "Too large", "Send less."),
  /** The body has another media type. */
  UNSUPPORTED_MEDIA_TYPE(
      415, "Unsupported media type", "Send the media type that the API document names."),
  /** Somebody else is at it. */
  LOCKED(423, "In use", "Try again shortly."),
  /** Too many requests, or too many things open. */
  TOO_MANY_REQUESTS(429, "Too many requests", "Wait as long as Retry-After says."),
  /** tus: the checksum does not fit. */
  CHECKSUM_MISMATCH(460, "Checksum mismatch", "Send the same bytes again."),
  /** A bug. */
  SERVER_ERROR(500, "The server made a mistake", "Report it with the time of the request."),
  /** Something that the server needs does not answer, or this server does not offer it. */
  UNAVAILABLE(503, "Not available now", "Try again later.");

  private final int status;
  private final String title;
  private final String advice;

  ProblemKind(int status, String title, String advice) {
    this.status = status;
    this.title = title;
    this.advice = advice;
  }

  int status() {
    return status;
  }

  String title() {
    return title;
  }

  String advice() {
    return advice;
  }
}
