package dev.reelway.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reelway.cli.client.http.ApiClient;
import dev.reelway.cli.client.http.ApiReply;
import dev.reelway.cli.text.Table;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lists the versions of a title. */
@Command(
    name = "versions",
    description = "List the versions of a title; the public one is marked.",
    mixinStandardHelpOptions = true)
public final class VersionsCommand implements Callable<Integer> {

  @Mixin private ServerOptions server;

  @Parameters(paramLabel = "TITLE", description = "The title's id.")
  private String title;

  @Override
  public Integer call() throws InterruptedException {
    Session session = server.open();
    return session.tell(
        session.api().get(ApiClient.path("titles", title, "versions")), VersionsCommand::lines);
  }

  private static List<String> lines(ApiReply reply) {
    List<JsonNode> versions = Answers.items(reply, "versions");
    if (versions.isEmpty()) {
      return List.of("No versions.");
    }
    Table table = new Table("Version", "Made", "Public");
    for (JsonNode version : versions) {
      table.row(
          Answers.text(version, "version"),
          Answers.time(version, "publishedAt"),
          version.path("isPublic").asBoolean() ? "yes" : "-");
    }
    return table.lines();
  }
}
