package dev.reelway.cli.client;

import dev.reelway.cli.client.http.ApiReply;
import dev.reelway.cli.client.title.TitleView;
import dev.reelway.cli.command.ExitCodes;
import dev.reelway.contracts.fleet.TitleStatus;
import dev.reelway.contracts.master.Sidecar;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Hands a master to a fleet. */
@Command(
    name = "submit",
    description = "Have a server make a title of a master.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Files of this machine are read in place if the server can, else uploaded; an interrupted",
      "upload goes on with the same command. The same master and profile twice is one title.",
      "Exit status with --wait: 0 done, 3 master refused, 4 failed, 130 cancelled."
    })
public final class SubmitCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private ServerOptions server;
  @Mixin private TitleOptions options;

  @Parameters(
      paramLabel = "MASTER",
      description = "A file, or an address as s3://bucket/key or file:///path on the server.")
  private String master;

  @Option(
      names = {"-w", "--wait"},
      description = "Follow the title until it is public or has failed.")
  private boolean wait;

  @Override
  public Integer call() throws InterruptedException {
    Map<String, Object> title = options.fields();
    List<Sidecar> sidecars = options.sidecars();
    NamedFiles.check(master);
    sidecars.forEach(sidecar -> NamedFiles.check(sidecar.source()));
    Session session = server.open();
    NamedFiles files = new NamedFiles(session, server.environment().stateFolder());
    if (!sidecars.isEmpty()) {
      title.put("sidecars", files.sidecars(sidecars, title));
    }
    if (NamedFiles.isAddress(master)) {
      return submit(session, master, title);
    }
    Path file = Path.of(master);
    if (!files.canReadPaths()) {
      return upload(session, files, file, title);
    }
    title.putIfAbsent("name", file.getFileName().toString());
    return submit(session, NamedFiles.address(file), title);
  }

  private int submit(Session session, String source, Map<String, Object> title)
      throws InterruptedException {
    title.put("source", source);
    ApiReply reply = session.api().post("titles", title);
    TitleStatus status = TitleView.of(reply, session.api().server().uri()).status();
    if (!wait) {
      String was = reply.status() == 200 ? "is there already" : "was accepted";
      return session.tell(reply, accepted(status.titleId(), was));
    }
    return new Follower(session, Follower.PACE)
        .introduce(status.titleId())
        .followToEnd(
            status.titleId(), s -> s.version() >= status.version(), spec.commandLine().getErr());
  }

  private int upload(Session session, NamedFiles files, Path file, Map<String, Object> title)
      throws InterruptedException {
    String titleId = files.uploadMaster(file, title);
    Follower follower = new Follower(session, Follower.PACE);
    if (wait) {
      return follower
          .introduce(titleId)
          .followToEnd(titleId, status -> true, spec.commandLine().getErr());
    }
    if (session.json()) {
      return session.tell(follower.await(titleId), "");
    }
    session.out().println(accepted(titleId, "was accepted"));
    session.out().flush();
    return ExitCodes.DONE;
  }

  private static String accepted(String titleId, String was) {
    return "Title " + titleId + " " + was + "; follow it with: reelway status --watch " + titleId;
  }
}
