package dev.reelway.ingest.accept.http;

import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.ingest.accept.oidc.ProviderAway;
import dev.reelway.ingest.accept.upload.UploadRefusal;
import dev.reelway.platform.json.Json;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns everything that can be thrown into an answer. */
final class Problems {

  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
  private static final String RETRY_SECONDS = "5";

  private Problems() {}

  /** Answers with what {@code thrown} means; returns its code. */
  static String answer(Context context, Exception thrown) {
    Problem problem = problem(context, thrown);
    if (thrown instanceof Refusal refusal) {
      refusal.headers().forEach(context::header);
    }
    if (problem.status() == ProblemKind.UNAVAILABLE.status()) {
      context.header("Retry-After", RETRY_SECONDS);
    }
    write(context, problem);
    RefusedRequest.because(context, problem.code());
    return problem.code();
  }

  static void write(Context context, Problem problem) {
    context.status(problem.status());
    context.contentType(Problem.MEDIA_TYPE);
    context.result(Json.write(problem));
  }

  private static Problem problem(Context context, Exception thrown) {
    if (thrown instanceof Refusal refusal) {
      return refusal.problem();
    } else if (thrown instanceof UploadRefusal refusal) {
      return Problem.of(kind(refusal.reason()), refusal.getMessage());
    } else if (thrown instanceof ProviderAway away) {
      return Problem.of(ProblemKind.UNAVAILABLE, away.getMessage());
    } else if (thrown instanceof HttpResponseException http) {
      return ofJavalin(http);
    }
    Problem problem =
        thrown instanceof ReelwayException failure ? Problem.of(failure) : Problem.serverError();
    if (problem.status() >= ProblemKind.SERVER_ERROR.status()) {
      LOG.warn("{} {} failed", context.method().name(), context.path(), thrown);
    }
    return problem;
  }

  private static ProblemKind kind(UploadRefusal.Reason reason) {
    return switch (reason) {
      case UNKNOWN -> ProblemKind.NOT_FOUND;
      case WRONG_OFFSET, INCOMPLETE, OVER, OTHER_KIND -> ProblemKind.CONFLICT;
      case BUSY -> ProblemKind.LOCKED;
      case TOO_LONG -> ProblemKind.TOO_LARGE;
      case DAMAGED -> ProblemKind.CHECKSUM_MISMATCH;
      case TOO_MANY -> ProblemKind.TOO_MANY_REQUESTS;
    };
  }

  /** What the router refuses; its own words could repeat what the caller sent. */
  private static Problem ofJavalin(HttpResponseException thrown) {
    Map<Integer, ProblemKind> kinds =
        Map.of(
            404, ProblemKind.NOT_FOUND,
            405, ProblemKind.METHOD_NOT_ALLOWED,
            408, ProblemKind.REQUEST_TIMEOUT,
            413, ProblemKind.TOO_LARGE);
    ProblemKind kind = kinds.getOrDefault(thrown.getStatus(), ProblemKind.REQUEST_INVALID);
    return Problem.of(kind, kind.title() + ".");
  }
}
