package dev.reelway.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reelway.cli.client.http.ApiReply;
import dev.reelway.cli.client.title.LocalTimes;
import dev.reelway.cli.client.title.TitleTable;
import dev.reelway.cli.command.ExitCodes;
import dev.reelway.contracts.fleet.TitleStatus;
import dev.reelway.platform.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists titles. */
@Command(
    name = "list",
    description = "List titles, the newest first.",
    mixinStandardHelpOptions = true)
public final class ListCommand implements Callable<Integer> {

  private static final String PAGE = "500";

  private record Page(List<TitleStatus> titles, Optional<String> next, long total) {}

  private record RawPage(List<JsonNode> titles, Optional<String> next, long total) {}

  private record All(List<JsonNode> titles, long total) {}

  @Mixin private ServerOptions server;

  @Option(
      names = "--phase",
      paramLabel = "PHASE",
      description = "Only titles in these phases, such as encoding or held,failed.")
  private String phase = "";

  @Option(
      names = {"-q", "--query"},
      paramLabel = "TEXT",
      description = "Only titles with these words in name, id, master or metadata.")
  private String query = "";

  @Option(names = "--limit", paramLabel = "N", description = "So many at most (default: 50).")
  private Integer limit;

  @Option(names = "--all", description = "All of them.")
  private boolean all;

  @Override
  public Integer call() throws InterruptedException {
    Session session = server.open();
    return all ? tellAll(session) : session.tell(page(session, size(), ""), ListCommand::lines);
  }

  private String size() {
    return limit == null ? "50" : limit.toString();
  }

  private ApiReply page(Session session, String size, String cursor) throws InterruptedException {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("phase", phase);
    parameters.put("query", query);
    parameters.put("limit", size);
    parameters.put("cursor", cursor);
    return session.api().get("titles", parameters);
  }

  private static List<String> lines(ApiReply reply) {
    Page page = reply.as(Page.class);
    List<String> lines = new ArrayList<>(table(page.titles()));
    if (page.next().isPresent()) {
      lines.add("");
      lines.add(page.titles().size() + " of " + page.total() + " titles; --all shows all of them.");
    }
    return lines;
  }

  private static List<String> table(List<TitleStatus> titles) {
    return titles.isEmpty() ? List.of("No titles.") : TitleTable.lines(titles, LocalTimes.here());
  }

  private int tellAll(Session session) throws InterruptedException {
    List<TitleStatus> titles = new ArrayList<>();
    List<JsonNode> raw = new ArrayList<>();
    Optional<String> cursor = Optional.of("");
    while (cursor.isPresent()) {
      ApiReply reply = page(session, PAGE, cursor.get());
      if (session.json()) {
        raw.addAll(reply.as(RawPage.class).titles());
        cursor = reply.as(RawPage.class).next();
      } else {
        titles.addAll(reply.as(Page.class).titles());
        cursor = reply.as(Page.class).next();
      }
    }
    if (session.json()) {
      byte[] json = Json.write(new All(raw, raw.size()));
      session.out().println(new String(json, StandardCharsets.UTF_8));
    } else {
      table(titles).forEach(session.out()::println);
    }
    session.out().flush();
    return ExitCodes.DONE;
  }
}
