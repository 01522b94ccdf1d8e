package dev.reelway.cli.encode;

import dev.reelway.cli.command.ExitCodes;
import dev.reelway.cli.command.FailureText;
import dev.reelway.cli.command.LadderFile;
import dev.reelway.cli.command.MediaEngines;
import dev.reelway.cli.command.SourceChoice;
import dev.reelway.cli.command.StorageOptions;
import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.contracts.title.Phase;
import dev.reelway.contracts.title.TitleFailure;
import dev.reelway.ingest.coordinate.Submission;
import dev.reelway.ingest.coordinate.TitleState;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a title from a master on this machine, with the same plan and bytes as a fleet. */
@Command(
    name = "encode",
    description = "Encode a master into a folder or bucket that plays in HLS and DASH players.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Run again after an interruption, the same command continues from the finished chunks.",
      "Exit status: 0 done, 2 wrong usage, 3 master refused, 4 failed, 5 the finished package",
      "breaks a rule and is held, 130 interrupted."
    })
public final class EncodeCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private LadderFile ladder;

  @Mixin private StorageOptions storage;

  @Parameters(paramLabel = "MASTER", description = "The media file to encode, or s3://BUCKET/KEY.")
  private String master;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "DIR",
      required = true,
      description =
          "Folder that becomes the title, created if it does not exist, or s3://BUCKET/PREFIX.")
  private String out;

  private OutputPlace place;

  @Mixin private SourceChoice sources;

  @Option(
      names = "--replace",
      description = "Replace a title in DIR that was made from another master or ladder.")
  private boolean replace;

  @Option(
      names = "--force",
      description = "Publish the title even if the check of the finished package finds errors.")
  private boolean force;

  @Option(
      names = "--no-score",
      description = "Do not score sampled frames (XPSNR); saves about one percent of CPU.")
  private boolean noScore;

  @Option(
      names = "--poster",
      paramLabel = "FILE|TIME",
      description =
          "The picture that stands for the title: a JPEG file, or an instant such as 1:02:03.5"
              + " (default: a sharp one that is not dark).")
  private String poster;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "Tasks encoded at the same time (default: the number of processors).")
  private int jobs = Runtime.getRuntime().availableProcessors();

  @Override
  public Integer call() throws InterruptedException {
    if (jobs < 1) {
      throw new ParameterException(spec.commandLine(), "--jobs must be at least 1.");
    }
    place = OutputPlace.of(out, storage::read);
    EncodeRequest request =
        new EncodeRequest(
            master,
            storage::read,
            ladder.read(),
            place,
            sources.read(),
            replace,
            force,
            !noScore,
            poster == null ? PosterChoice.BY_RULE : PosterChoice.of(poster),
            jobs);
    EncodeProgress progress = new EncodeProgress();
    PrintWriter console = spec.commandLine().getOut();
    try (LocalTitle title = new LocalTitle(request, MediaEngines.local(), progress);
        Display display = new Display(progress, console, Boolean.getBoolean("reelway.terminal"))) {
      return run(title, display, progress);
    }
  }

  private Submission submission() {
    return Submission.atOnce(1, master, "one-off");
  }

  @SuppressWarnings("try") // the hook is held, not used
  private int run(LocalTitle title, Display display, EncodeProgress progress)
      throws InterruptedException {
    InProcessHost host = new InProcessHost(title, submission(), jobs);
    try (CancelOnShutdown untilAllIsSaid = new CancelOnShutdown(host::cancel)) {
      TitleState end = host.run();
      display.finish();
      host.throwUnforeseen();
      return end.phase() == Phase.PUBLISHED ? tellResult(title, progress) : tellFailure(end, title);
    }
  }

  private int tellResult(LocalTitle title, EncodeProgress progress) {
    PrintWriter console = spec.commandLine().getOut();
    console.println();
    ResultText.lines(title.report()).forEach(console::println);
    ResultText.loudness(title.report()).forEach(console::println);
    ResultText.damage(title.report()).forEach(console::println);
    if (progress.reusedTasks() > 0) {
      console.printf(
          "Reused   %d of %d tasks from an earlier run%n",
          progress.reusedTasks(), progress.tasks());
    }
    console.println();
    console.println("HLS      " + place.address(StorageLayout.HLS_MANIFEST));
    console.println("DASH     " + place.address(StorageLayout.DASH_MANIFEST));
    title.reportPage().ifPresent(key -> console.println("Report   " + place.address(key)));
    console.flush();
    return ExitCodes.DONE;
  }

  private int tellFailure(TitleState end, LocalTitle title) {
    TitleFailure failure = end.failure().orElseGet(EncodeCommand::cancelled);
    if (failure.kind().fault() != FailureKind.Fault.MASTER && title.hasFinishedChunks()) {
      PrintWriter console = spec.commandLine().getOut();
      console.println("Finished chunks are kept in " + place.address(OutputPlace.WORK) + ".");
      console.flush();
    } else {
      title.removeWork();
    }
    return FailureText.tell(
        new ReelwayException(failure.kind(), failure.message()), spec.commandLine().getErr());
  }

  private static TitleFailure cancelled() {
    return new TitleFailure(FailureKind.CANCELLED, "The encode was interrupted.");
  }
}
