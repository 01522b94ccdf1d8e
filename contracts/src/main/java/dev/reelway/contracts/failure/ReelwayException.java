package dev.reelway.contracts.failure;

/**
 * The one exception that crosses module borders. Its message is one plain sentence that a person
 * can act on; {@link #kind()} decides what happens next.
 */
public final class ReelwayException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final FailureKind kind;

  /**
   * @param kind what happened, in a stable code
   * @param message one plain sentence with coordinates (file, track, chunk, time code)
   */
  public ReelwayException(FailureKind kind, String message) {
    super(message);
    this.kind = kind;
  }

  /** As above, with the cause for the log. */
  public ReelwayException(FailureKind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /** What happened. */
  public FailureKind kind() {
    return kind;
  }
}
