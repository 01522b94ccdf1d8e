package dev.reelway.cli.client.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.platform.json.Json;
import java.nio.charset.StandardCharsets;

/** What a server answered to a request that it did. */
public final class ApiReply {

  private final String server;
  private final int status;
  private final byte[] body;

  ApiReply(String server, int status, byte[] body) {
    this.server = server;
    this.status = status;
    this.body = body;
  }

  /** The HTTP status, 200 to 299. */
  public int status() {
    return status;
  }

  /** The answer as it came. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** The answer as a noun. */
  public <T> T as(Class<T> type) {
    try {
      return Json.read(body, type, "The answer");
    } catch (ReelwayException e) {
      throw new ProblemException(
          Problem.found(
              Problem.ANSWER_NOT_UNDERSTOOD,
              "The answer of " + server + " was not understood.",
              "Check that it is a Reelway server of the same version as this program."),
          e);
    }
  }

  /** The answer as it is structured. */
  public JsonNode tree() {
    return as(JsonNode.class);
  }
}
