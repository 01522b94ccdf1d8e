package dev.reelway.ingest.accept.http;

import dev.reelway.platform.json.Json;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * What the server below answers when a request never reaches a route, such as one with a broken
 * path. Its own pages are HTML and repeat what the caller sent.
 */
final class ErrorAnswers implements Request.Handler {

  private final RefusalLog refusals;

  ErrorAnswers(RefusalLog refusals) {
    this.refusals = refusals;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    int status = response.getStatus();
    refusals.note(
        new RefusedRequest(
            request.getMethod(),
            Optional.ofNullable(request.getHttpURI().getPath()).orElse(""),
            status,
            Problem.of(kind(status), "").code(),
            "",
            "",
            Request.getRemoteAddr(request)));
    headers(response.getHeaders());
    response.write(true, ByteBuffer.wrap(body(status)), callback);
    return true;
  }

  private static void headers(HttpFields.Mutable fields) {
    fields.put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
    fields.put("X-Content-Type-Options", "nosniff");
  }

  private static ProblemKind kind(int status) {
    return status < 500 ? ProblemKind.REQUEST_INVALID : ProblemKind.SERVER_ERROR;
  }

  private static byte[] body(int status) {
    Problem problem = Problem.of(kind(status), "The request cannot be served.");
    return Json.write(
        new Problem(
            problem.type(),
            problem.title(),
            status,
            problem.detail(),
            problem.code(),
            problem.advice()));
  }
}
