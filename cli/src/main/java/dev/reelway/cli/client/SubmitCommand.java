package dev.reelway.cli.client;

import dev.reelway.cli.client.http.ApiReply;
import dev.reelway.cli.client.http.ProblemException;
import dev.reelway.cli.client.title.TitleView;
import dev.reelway.cli.client.upload.UploadNotes;
import dev.reelway.cli.client.upload.UploadProgress;
import dev.reelway.cli.client.upload.Uploader;
import dev.reelway.cli.command.ExitCodes;
import dev.reelway.cli.master.MasterFile;
import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.fleet.TitleStatus;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
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
      "A file of this machine is read in place if the server can, else uploaded; an interrupted",
      "upload goes on with the same command. The same master and profile twice is one title.",
      "Exit status with --wait: 0 done, 3 master refused, 4 failed, 130 cancelled."
    })
public final class SubmitCommand implements Callable<Integer> {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

  private record ServerFacts(Optional<Boolean> localPaths) {}

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
    if (isAddress(master)) {
      return submit(server.open(), master, title);
    }
    Path file = Path.of(master);
    MasterFile.check(file);
    Session session = server.open();
    if (!canReadLocalPaths(session)) {
      return upload(session, file, title);
    }
    title.putIfAbsent("name", file.getFileName().toString());
    return submit(session, address(file), title);
  }

  private static boolean isAddress(String master) {
    if (master.matches("(?i)https?://.*")) {
      throw new ReelwayException(
          FailureKind.USAGE_INVALID,
          "Masters come from s3://bucket/key or from files, not from web addresses.");
    }
    return master.startsWith("s3://") || master.startsWith("file://");
  }

  private static String address(Path file) {
    try {
      return file.toRealPath().toUri().toString();
    } catch (IOException e) {
      throw new ReelwayException(
          FailureKind.MASTER_NOT_FOUND, "The file " + file + " cannot be read.", e);
    }
  }

  // Only a server on this machine sees what this machine calls by that path.
  private static boolean canReadLocalPaths(Session session) throws InterruptedException {
    if (!session.api().server().isThisMachine()) {
      return false;
    }
    try {
      return session.api().get("server").as(ServerFacts.class).localPaths().orElse(false);
    } catch (ProblemException e) {
      if (e.problem().isNotFound()) {
        return false;
      }
      throw e;
    }
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
    return follow(session, status.titleId(), s -> s.version() >= status.version());
  }

  private int upload(Session session, Path file, Map<String, Object> title)
      throws InterruptedException {
    String titleId;
    try (UploadProgress progress =
        new UploadProgress(
            session.json() ? new PrintWriter(PrintWriter.nullWriter()) : session.out(),
            Boolean.getBoolean("reelway.terminal"))) {
      UploadNotes notes = new UploadNotes(server.environment().stateFolder().resolve("uploads"));
      titleId = new Uploader(session.api(), notes, progress, FIRST_PAUSE).upload(file, title);
    }
    if (wait) {
      return follow(session, titleId, status -> true);
    }
    if (session.json()) {
      return session.tell(new Follower(session, Follower.PACE).await(titleId), "");
    }
    session.out().println(accepted(titleId, "was accepted"));
    session.out().flush();
    return ExitCodes.DONE;
  }

  private static String accepted(String titleId, String was) {
    return "Title " + titleId + " " + was + "; follow it with: reelway status --watch " + titleId;
  }

  private int follow(Session session, String titleId, Predicate<TitleStatus> counts)
      throws InterruptedException {
    if (!session.json()) {
      session.out().println("Title    " + titleId + "; Ctrl-C ends this view, not the title");
      session.out().flush();
    }
    return new Follower(session, Follower.PACE)
        .followToEnd(titleId, counts, spec.commandLine().getErr());
  }
}
