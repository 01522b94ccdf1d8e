package dev.reelway.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reelway.cli.client.http.ApiClient;
import dev.reelway.cli.client.http.ApiReply;
import dev.reelway.cli.client.title.Printable;
import dev.reelway.cli.text.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks after dead letters: what could not be done. */
@Command(
    name = "dlq",
    description = "List, show or replay dead letters: what was given up, with the reason.",
    mixinStandardHelpOptions = true)
public final class DlqCommand {

  private static final String PATH = "dead-letters";

  @Command(
      name = "list",
      description = "List dead letters, the latest first.",
      mixinStandardHelpOptions = true)
  int list(
      @Mixin ServerOptions server,
      @Option(
              names = "--limit",
              paramLabel = "N",
              defaultValue = "50",
              description = "So many at most (default: ${DEFAULT-VALUE}).")
          int limit)
      throws InterruptedException {
    Session session = server.open();
    return session.tell(
        session.api().get(PATH, Map.of("limit", Integer.toString(limit))), DlqCommand::lines);
  }

  private static List<String> lines(ApiReply reply) {
    List<JsonNode> letters = Answers.items(reply, "deadLetters");
    if (letters.isEmpty()) {
      return List.of("No dead letters.");
    }
    Table table = new Table("Id", "When", "Kind", "Title", "What").words("Kind", "Title", "What");
    for (JsonNode letter : letters) {
      table.row(
          Answers.text(letter, "id"),
          Answers.time(letter, "at"),
          Answers.text(letter, "kind"),
          Answers.text(letter.path("task"), "titleId"),
          LogText.task(letter));
    }
    return table.lines();
  }

  @Command(name = "show", description = "Show a dead letter.", mixinStandardHelpOptions = true)
  int show(
      @Mixin ServerOptions server,
      @Parameters(paramLabel = "ID", description = "The dead letter's id.") String id)
      throws InterruptedException {
    Session session = server.open();
    return session.tell(session.api().get(ApiClient.path(PATH, id)), DlqCommand::facts);
  }

  private static List<String> facts(ApiReply reply) {
    JsonNode letter = reply.tree();
    List<String> lines = new ArrayList<>();
    lines.add("Id       " + Answers.text(letter, "id"));
    lines.add("When     " + Answers.time(letter, "at"));
    if (letter.path("task").isObject()) {
      JsonNode task = letter.path("task");
      lines.add(
          "Title    "
              + Answers.text(task, "titleId")
              + ", version "
              + Answers.text(task, "version")
              + ", run "
              + Answers.text(letter, "run"));
      lines.add("Task     " + LogText.task(letter));
      lines.add("Worker   " + Answers.text(letter, "workerId"));
    } else {
      lines.add("Record   " + Answers.text(letter, "source"));
      lines.add("Content  " + Answers.text(letter, "payload"));
    }
    lines.add(
        "Failed   " + Answers.text(letter, "message") + " [" + Answers.text(letter, "kind") + "]");
    lines.add("Replay   reelway dlq replay " + Answers.text(letter, "id"));
    return lines;
  }

  @Command(
      name = "replay",
      description = "Have it done again, after what hindered it was put right.",
      mixinStandardHelpOptions = true)
  int replay(
      @Mixin ServerOptions server,
      @Parameters(paramLabel = "ID", description = "The dead letter's id.") String id)
      throws InterruptedException {
    Session session = server.open();
    return session.tell(
        session.api().post(ApiClient.path(PATH, id, "replay")),
        "Dead letter " + Printable.text(id) + " is tried again.");
  }
}
