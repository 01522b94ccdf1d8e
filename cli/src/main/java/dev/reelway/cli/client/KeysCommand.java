package dev.reelway.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reelway.cli.client.http.ApiClient;
import dev.reelway.cli.client.http.ApiReply;
import dev.reelway.cli.client.title.LocalTimes;
import dev.reelway.cli.client.title.Printable;
import dev.reelway.cli.text.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks after the keys of a server. */
@Command(
    name = "keys",
    description = "Create, list or revoke the keys that a server knows callers by.",
    mixinStandardHelpOptions = true)
public final class KeysCommand {

  private static final String PATH = "keys";

  @Command(
      name = "create",
      description = "Make a key; it is printed this once.",
      mixinStandardHelpOptions = true)
  int create(
      @Mixin ServerOptions server,
      @Parameters(paramLabel = "NAME", description = "Whose it is, for people.") String name,
      @Option(
              names = "--role",
              paramLabel = "ROLE",
              required = true,
              description = "viewer, editor, operator or admin.")
          String role,
      @Option(
              names = "--tenant",
              paramLabel = "TENANT",
              description = "Whose titles it sees; * for all (default: the server's).")
          String tenant,
      @Option(
              names = "--expires-at",
              paramLabel = "TIME",
              description = "When it ends, as 2026-12-31T20:00 (default: never).")
          String expiresAt)
      throws InterruptedException {
    Session session = server.open();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("name", name);
    body.put("role", role);
    if (tenant != null) {
      body.put("tenant", tenant);
    }
    if (expiresAt != null) {
      body.put("expiresAt", LocalTimes.here().instant("--expires-at", expiresAt));
    }
    return session.tell(session.api().post(PATH, body), KeysCommand::created);
  }

  private static List<String> created(ApiReply reply) {
    return List.of(
        "Key      " + Answers.text(reply.tree(), "key"),
        "It is shown only now; the server keeps nothing that it could be read from.");
  }

  @Command(name = "list", description = "List all keys.", mixinStandardHelpOptions = true)
  int list(@Mixin ServerOptions server) throws InterruptedException {
    Session session = server.open();
    return session.tell(session.api().get(PATH), KeysCommand::lines);
  }

  private static List<String> lines(ApiReply reply) {
    Table table =
        new Table("Id", "Role", "Tenant", "Created", "Expires", "Name")
            .words("Role", "Tenant", "Name");
    for (JsonNode key : Answers.items(reply, "keys")) {
      table.row(
          Answers.text(key, "id"),
          Answers.text(key, "role"),
          Answers.text(key, "tenant"),
          Answers.time(key, "createdAt"),
          Answers.time(key, "expiresAt"),
          Answers.text(key, "name"));
    }
    return table.lines();
  }

  @Command(name = "revoke", description = "End a key.", mixinStandardHelpOptions = true)
  int revoke(
      @Mixin ServerOptions server,
      @Parameters(paramLabel = "ID", description = "The key's id, as 'list' shows it.") String id)
      throws InterruptedException {
    Session session = server.open();
    return session.tell(
        session.api().delete(ApiClient.path(PATH, id)),
        "Key " + Printable.text(id) + " is revoked.");
  }
}
