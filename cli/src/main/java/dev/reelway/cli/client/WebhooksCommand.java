package dev.reelway.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reelway.cli.client.http.ApiClient;
import dev.reelway.cli.client.http.ApiReply;
import dev.reelway.cli.client.title.LocalTimes;
import dev.reelway.cli.client.title.Printable;
import dev.reelway.cli.text.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks after webhooks. */
@Command(
    name = "webhooks",
    description = "Add, list, remove or replay webhooks: who is told about titles.",
    mixinStandardHelpOptions = true)
public final class WebhooksCommand {

  private static final String PATH = "webhooks";

  @Command(
      name = "add",
      description = "Tell an address about titles.",
      mixinStandardHelpOptions = true)
  int add(
      @Mixin ServerOptions server,
      @Parameters(paramLabel = "URL", description = "Where to post to.") String url,
      @Option(
              names = "--secret",
              paramLabel = "TEXT",
              description = "Signs the posts (default: the server makes one up).")
          String secret,
      @Option(
              names = "--event",
              paramLabel = "PHASE",
              split = ",",
              description = "Only these phases, such as published,failed (default: all).")
          List<String> events)
      throws InterruptedException {
    Session session = server.open();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("url", url);
    if (secret != null) {
      body.put("secret", secret);
    }
    if (events != null) {
      body.put("events", events);
    }
    return session.tell(session.api().post(PATH, body), WebhooksCommand::created);
  }

  private static List<String> created(ApiReply reply) {
    JsonNode answer = reply.tree();
    List<String> lines = new ArrayList<>();
    lines.add("Webhook  " + Printable.text(answer.findPath("id").asText()));
    if (answer.findPath("secret").isTextual()) {
      lines.add("Secret   " + Printable.text(answer.findPath("secret").asText()));
      lines.add("The secret is shown only now.");
    }
    return lines;
  }

  @Command(name = "list", description = "List all webhooks.", mixinStandardHelpOptions = true)
  int list(@Mixin ServerOptions server) throws InterruptedException {
    Session session = server.open();
    return session.tell(session.api().get(PATH), WebhooksCommand::lines);
  }

  private static List<String> lines(ApiReply reply) {
    List<JsonNode> webhooks = Answers.items(reply, "webhooks");
    if (webhooks.isEmpty()) {
      return List.of("No webhooks.");
    }
    Table table =
        new Table("Id", "State", "Events", "Created", "Address").words("Events", "Address");
    for (JsonNode webhook : webhooks) {
      table.row(
          Answers.text(webhook, "id"),
          Answers.text(webhook, "state"),
          Answers.words(webhook, "events", "all"),
          Answers.time(webhook, "createdAt"),
          Answers.text(webhook, "url"));
    }
    return table.lines();
  }

  @Command(
      name = "remove",
      description = "Tell an address no more.",
      mixinStandardHelpOptions = true)
  int remove(
      @Mixin ServerOptions server,
      @Parameters(paramLabel = "ID", description = "The webhook's id.") String id)
      throws InterruptedException {
    Session session = server.open();
    return session.tell(
        session.api().delete(ApiClient.path(PATH, id)),
        "Webhook " + Printable.text(id) + " is removed.");
  }

  @Command(
      name = "replay",
      description = "Tell an address again what happened.",
      mixinStandardHelpOptions = true)
  int replay(
      @Mixin ServerOptions server,
      @Parameters(paramLabel = "ID", description = "The webhook's id.") String id,
      @Option(
              names = "--since",
              paramLabel = "TIME",
              required = true,
              description = "From when, as 2026-01-31T20:00; local time unless it says +01:00.")
          String since)
      throws InterruptedException {
    String from = LocalTimes.here().instant("--since", since);
    Session session = server.open();
    return session.tell(
        session.api().post(ApiClient.path(PATH, id, "replay"), Map.of("since", from)),
        reply ->
            List.of(
                "Webhook "
                    + Printable.text(id)
                    + " is told again: "
                    + reply.tree().path("events").asInt()
                    + " events."));
  }
}
