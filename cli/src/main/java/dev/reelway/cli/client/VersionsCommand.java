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

  private static final int PLAN_DIGITS = 12;

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
    Table table = new Table("Version", "Public", "Made", "Profile", "Plan").words("Profile");
    for (JsonNode version : versions) {
      String plan = Answers.text(version, "planHash");
      table.row(
          Answers.text(version, "version"),
          version.path("public").asBoolean() ? "yes" : "-",
          Answers.time(version, "publishedAt"),
          Answers.text(version, "profileName"),
          plan.substring(0, Math.min(PLAN_DIGITS, plan.length())));
    }
    return table.lines();
  }
}
