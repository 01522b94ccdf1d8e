package dev.reelway.cli.client.http;

/** A server did not do what it was asked. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  /** Says so. */
  public ProblemException(Problem problem) {
    this(problem, null);
  }

  /** As above, with the cause for who looks for a bug. */
  public ProblemException(Problem problem, Throwable cause) {
    super(problem.detail(), cause);
    this.problem = problem;
  }

  /** Why. */
  public Problem problem() {
    return problem;
  }
}
