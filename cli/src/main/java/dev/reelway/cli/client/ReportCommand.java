package dev.reelway.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reelway.cli.client.http.ApiClient;
import dev.reelway.cli.client.http.ApiReply;
import dev.reelway.cli.text.Sizes;
import dev.reelway.cli.text.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows how a title came out. */
@Command(
    name = "report",
    description = "Show how a title came out: ladder, quality, costs, warnings.",
    mixinStandardHelpOptions = true)
public final class ReportCommand implements Callable<Integer> {

  @Mixin private ServerOptions server;

  @Parameters(paramLabel = "TITLE", description = "The title's id.")
  private String title;

  @Option(
      names = "--number",
      paramLabel = "VERSION",
      description = "The version (default: the public one).")
  private String version = "";

  @Option(
      names = "--html",
      description = "Print the whole report as a page: reelway report TITLE --html > report.html")
  private boolean html;

  @Override
  public Integer call() throws InterruptedException {
    Session session = server.open();
    String path = ApiClient.path("titles", title, html ? "report.html" : "report");
    ApiReply reply = session.api().get(path, Map.of("version", version));
    if (html) {
      session.out().print(reply.text());
      session.out().flush();
      return 0;
    }
    return session.tell(reply, ReportCommand::lines);
  }

  private static List<String> lines(ApiReply reply) {
    JsonNode report = reply.tree();
    List<String> lines = new ArrayList<>();
    lines.add(Answers.text(report, "title") + ", version " + Answers.text(report, "version"));
    Table ladder = new Table("Rung", "Average", "Peak", "XPSNR", "Bytes");
    for (JsonNode rung : report.path("video")) {
      ladder.row(
          Answers.text(rung, "name"),
          Sizes.bitRate(rung.path("averageBitsPerSecond").asLong()),
          Sizes.bitRate(rung.path("peakBitsPerSecond").asLong()),
          rung.has("xpsnr") ? rung.path("xpsnr").asText() + " dB" : "-",
          Sizes.bytes(rung.path("sizeBytes").asLong()));
    }
    lines.addAll(ladder.lines());
    Table stages = new Table("Stage", "Time", "CPU");
    for (JsonNode stage : report.path("stages")) {
      stages.row(
          Answers.text(stage, "name"),
          seconds(stage.path("elapsedSeconds")),
          seconds(stage.path("cpuSeconds")));
    }
    lines.addAll(stages.lines());
    report.path("warnings").forEach(w -> lines.add("Warning  " + Answers.text(w, "message")));
    return lines;
  }

  private static String seconds(JsonNode value) {
    return String.format(Locale.ROOT, "%.1f s", value.asDouble());
  }
}
