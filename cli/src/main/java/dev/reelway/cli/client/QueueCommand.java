package dev.reelway.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reelway.cli.client.http.ApiReply;
import dev.reelway.cli.text.Sizes;
import dev.reelway.cli.text.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
    lines.addAll(pools(queue));
    if (!Answers.items(queue, "executors").isEmpty()) {
      lines.add("");
      lines.addAll(executors(queue));
    }
    return lines;
  }

  private static List<String> lanes(JsonNode queue) {
    Table table = new Table("Lane", "Waiting", "In flight", "Tasks left");
    for (JsonNode lane : Answers.items(queue, "lanes")) {
      table.row(
          lane(lane),
          Answers.text(lane, "waiting"),
          Answers.text(lane, "inFlight"),
          Answers.text(lane, "tasksLeft"));
    }
    return table.lines();
  }

  private static String lane(JsonNode of) {
    return Answers.text(of, "lane").toLowerCase(Locale.ROOT);
  }

  private static List<String> pools(JsonNode queue) {
    Table table = new Table("Pool", "Executors", "Running", "Slots");
    for (JsonNode pool : Answers.items(queue, "pools")) {
      table.row(
          Answers.text(pool, "pool").toLowerCase(Locale.ROOT),
          Answers.text(pool, "executors"),
          Answers.text(pool, "running"),
          Answers.text(pool, "slots"));
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
          lane(title),
          Answers.text(title, "name"));
    }
    return table.lines();
  }

  private static List<String> executors(JsonNode queue) {
    Table table = new Table("Executor", "Pool", "Host", "Tasks", "Memory").words("Pool", "Host");
    for (JsonNode executor : Answers.items(queue, "executors")) {
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
