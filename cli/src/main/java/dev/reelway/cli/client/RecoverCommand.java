package dev.reelway.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reelway.cli.client.http.ApiReply;
import dev.reelway.cli.client.title.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Brings titles back after Kafka's data was lost. */
@Command(
    name = "recover",
    description = "Rebuild the list of titles from storage after Kafka's data was lost.",
    mixinStandardHelpOptions = true)
public final class RecoverCommand implements Callable<Integer> {

  @Mixin private ServerOptions server;

  @Override
  public Integer call() throws InterruptedException {
    Session session = server.open();
    return session.tell(session.api().post("maintenance/recover"), RecoverCommand::lines);
  }

  private static List<String> lines(ApiReply reply) {
    JsonNode recovered = reply.tree();
    List<String> lines = new ArrayList<>();
    lines.add(
        "Restored "
            + recovered.path("restored").asInt()
            + " titles; "
            + recovered.path("known").asInt()
            + " were known");
    recovered
        .path("unreadable")
        .forEach(title -> lines.add("Could not read title " + Printable.text(title.asText())));
    return lines;
  }
}
