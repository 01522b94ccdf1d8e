package dev.reelway.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reelway.cli.client.http.ApiReply;
import dev.reelway.cli.text.Sizes;
import dev.reelway.cli.text.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows what waits and who works. */
@Command(
    name = "queue",
    description = "Show the lanes, the titles that wait, and the executors at work.",
    mixinStandardHelpOptions = true)
public final class QueueCommand implements Callable<Integer> {

  @Mixin private ServerOptions server;

  @Override
  public Integer call() throws InterruptedException {
    Session session = server.open();
    return session.tell(session.api().get("queue"), QueueCommand::lines);
  }

  private static List<String> lines(ApiReply reply) {
    JsonNode queue = reply.tree();
    List<String> lines = new ArrayList<>(lanes(queue));
    lines.add("");
    lines.addAll(waiting(queue));
    lines.add("");
    lines.addAll(executors(queue));
    return lines;
  }

  private static List<String> lanes(JsonNode queue) {
    Table table = new Table("Lane", "Waiting", "Active");
    for (JsonNode lane : Answers.items(queue, "lanes")) {
      table.row(
          Answers.text(lane, "lane").toLowerCase(java.util.Locale.ROOT),
          Answers.text(lane, "waiting"),
          Answers.text(lane, "active"));
    }
    return table.lines();
  }

  private static List<String> waiting(JsonNode queue) {
    List<JsonNode> titles = Answers.items(queue, "waiting");
    if (titles.isEmpty()) {
      return List.of("No title waits.");
    }
    Table table = new Table("Position", "Title", "Lane", "Name").words("Title", "Lane", "Name");
    for (JsonNode title : titles) {
      table.row(
          Answers.text(title, "position"),
          Answers.text(title, "titleId"),
          Answers.text(title, "lane").toLowerCase(java.util.Locale.ROOT),
          Answers.text(title, "name"));
    }
    return table.lines();
  }

  private static List<String> executors(JsonNode queue) {
    List<JsonNode> executors = Answers.items(queue, "executors");
    if (executors.isEmpty()) {
      return List.of("No executor is at work; nothing moves before one starts.");
    }
    Table table = new Table("Executor", "Pool", "Host", "Tasks", "Memory").words("Pool", "Host");
    for (JsonNode executor : executors) {
      table.row(
          Answers.text(executor, "workerId"),
          Answers.text(executor, "pool"),
          Answers.text(executor, "host"),
          executor.path("running").size() + " of " + Answers.text(executor, "slots"),
          Sizes.bytes(executor.path("residentBytes").asLong()));
    }
    return table.lines();
  }
}
