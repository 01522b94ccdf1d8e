package dev.reelway.ingest.accept.http;

import java.util.Map;

/** The API does not do what was asked; the gate turns it into an answer. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;
  private final transient Map<String, String> headers;

  private Refusal(Problem problem, Map<String, String> headers) {
    super(problem.detail());
    this.problem = problem;
    this.headers = Map.copyOf(headers);
  }

  static Refusal of(ProblemKind kind, String detail) {
    return new Refusal(Problem.of(kind, detail), Map.of());
  }

  static Refusal of(ProblemKind kind, String detail, Map<String, String> headers) {
    return new Refusal(Problem.of(kind, detail), headers);
  }

  static Refusal noSuchTitle() {
    return of(ProblemKind.NOT_FOUND, "There is no such title.");
  }

  static Refusal conflict(String detail) {
    return of(ProblemKind.CONFLICT, detail);
  }

  static Refusal later(String detail, long seconds) {
    return of(ProblemKind.TOO_MANY_REQUESTS, detail, Map.of("Retry-After", Long.toString(seconds)));
  }

  Problem problem() {
    return problem;
  }

  Map<String, String> headers() {
    return headers;
  }
}
