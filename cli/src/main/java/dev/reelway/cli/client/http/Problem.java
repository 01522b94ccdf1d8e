package dev.reelway.cli.client.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reelway.cli.command.ExitCodes;
import dev.reelway.contracts.failure.FailureKind;
import java.util.Arrays;
import java.util.Optional;

/**
 * Why a server did not do what it was asked: its {@code application/problem+json}, or what stands
 * for it when something else answered.
 *
 * @param status of HTTP; 0 if it was not the server that said no
 * @param code stable, as those of {@link FailureKind}
 * @param detail one plain sentence
 * @param advice what to do, may be empty
 * @param isPassing whether the same request may succeed later on its own
 */
public record Problem(int status, String code, String detail, String advice, boolean isPassing) {

  /** Nothing answered. */
  public static final String SERVER_UNREACHABLE = "SERVER_UNREACHABLE";

  /** Something answered, but not as a server of ours does. */
  public static final String ANSWER_NOT_UNDERSTOOD = "ANSWER_NOT_UNDERSTOOD";

  private static final int UNAUTHENTICATED = 401;
  private static final int NOT_FOUND = 404;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_ERROR = 500;

  /** What this program itself found wrong. */
  public static Problem found(String code, String detail, String advice) {
    return new Problem(0, code, detail, advice, false);
  }

  /** The same, worth another try. */
  public Problem passing() {
    return new Problem(status, code, detail, advice, true);
  }

  private static Problem answered(int status, String code, String detail, String advice) {
    boolean isPassing = status == TOO_MANY_REQUESTS || status >= SERVER_ERROR;
    return new Problem(status, code, detail, advice, isPassing);
  }

  /** Reads what came with {@code status}; {@code body} may be anything. */
  static Problem of(int status, JsonNode body, String server) {
    Problem usual = usual(status, server);
    if (status == UNAUTHENTICATED) {
      return usual; // the server's advice is for those who write requests
    }
    return answered(
        status,
        body.path("code").asText(usual.code),
        text(body, "detail").or(() -> text(body, "title")).orElse(usual.detail),
        text(body, "advice").or(() -> kindOf(body).map(FailureKind::advice)).orElse(usual.advice));
  }

  private static Problem usual(int status, String server) {
    return switch (status) {
      case UNAUTHENTICATED ->
          answered(
              status,
              "UNAUTHENTICATED",
              "The server at " + server + " wants a key that it knows.",
              "Give a key with --key, or in the environment variable REELWAY_KEY.");
      case 403 ->
          answered(
              status,
              "FORBIDDEN",
              "The key is not allowed to do this at " + server + ".",
              "Use a key with a higher role.");
      case NOT_FOUND ->
          answered(
              status,
              "NOT_FOUND",
              "The server at " + server + " has nothing of that name.",
              "Check the name; 'reelway list' shows all titles.");
      case 409 ->
          answered(
              status,
              "CONFLICT",
              "The server at " + server + " cannot do this as things stand.",
              "See 'reelway status'.");
      case TOO_MANY_REQUESTS ->
          answered(
              status,
              "TOO_MANY_REQUESTS",
              "The server at " + server + " has had too many requests.",
              "Try again later.");
      default ->
          answered(
              status,
              status >= SERVER_ERROR ? "SERVER_ERROR" : ANSWER_NOT_UNDERSTOOD,
              "The server at " + server + " answered with HTTP status " + status + ".",
              status >= SERVER_ERROR
                  ? "Try again; if it repeats, look at the server's log."
                  : "Check that the address is that of a Reelway server.");
    };
  }

  private static Optional<String> text(JsonNode body, String field) {
    return Optional.of(body.path(field).asText("")).filter(text -> !text.isBlank());
  }

  private static Optional<FailureKind> kindOf(JsonNode body) {
    return kindOf(body.path("code").asText(""));
  }

  private static Optional<FailureKind> kindOf(String code) {
    return Arrays.stream(FailureKind.values()).filter(k -> k.code().equals(code)).findAny();
  }

  /** Whether what was asked for does not exist. */
  public boolean isNotFound() {
    return status == NOT_FOUND;
  }

  /** The exit status that goes with it. */
  public int exitCode() {
    return kindOf(code)
        .map(ExitCodes::of)
        .orElse(status == 0 || isPassing ? ExitCodes.FAILED : ExitCodes.USAGE);
  }
}
