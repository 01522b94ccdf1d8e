package dev.reelway.cli.client;

import com.fasterxml.jackson.databind.JsonNode;

/** Something that happened to a title, in one line. */
final class LogText {

  private LogText() {}

  /** A notification or a dead letter: when, what, and why if it went wrong. */
  static String line(JsonNode entry) {
    JsonNode event = event(entry);
    String at = Answers.time(event, "at");
    String version = event.has("version") ? "  version " + event.path("version").asText() : "";
    String what =
        event.has("phase") ? Answers.text(event, "phase") + version : "Given up: " + task(event);
    JsonNode failure = event.has("failure") ? event.path("failure") : event;
    String why =
        failure.has("kind")
            ? "  " + Answers.text(failure, "message") + " [" + Answers.text(failure, "kind") + "]"
            : "";
    return at + "  " + what + why;
  }

  private static JsonNode event(JsonNode entry) {
    for (String field : new String[] {"notification", "deadLetter"}) {
      if (entry.path(field).isObject()) {
        return entry.path(field);
      }
    }
    return entry;
  }

  /** The work that a dead letter is about. */
  static String task(JsonNode letter) {
    JsonNode id = letter.path("task");
    if (!id.isObject()) {
      return "record " + Answers.text(letter, "source");
    }
    JsonNode part = id.path("task");
    String of =
        part.isObject()
            ? " " + part.path("kind").asText() + " " + (part.path("number").asInt() + 1)
            : "";
    return Answers.text(id, "step") + of + ", attempt " + Answers.text(id, "attempt");
  }
}
