package dev.reelway.cli.client;

import dev.reelway.cli.command.SourceChoice;
import dev.reelway.contracts.master.Sidecar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Adds sound or subtitles to a title that is there. */
@Command(
    name = "add",
    description = "Make a new version of a title with more sound or subtitles.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "What the version before has is not encoded again: only what is added, and sound or",
      "subtitles that were named before under the same address."
    })
public final class AddCommand implements Callable<Integer> {

  @Mixin private ServerOptions server;
  @Mixin private NewVersion version;

  @Parameters(index = "0", paramLabel = "TITLE", description = "The title's id.")
  private String title;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "FILE,KEY=VALUE…",
      converter = SourceChoice.Tagged.class,
      description =
          "A sound or subtitle file, or its address, as in subs.srt,language=de,role=sdh.")
  private List<SourceChoice.Tagged.Value> written = new ArrayList<>();

  @Override
  public Integer call() throws InterruptedException {
    List<Sidecar> sidecars = written.stream().map(SourceChoice.Tagged.Value::sidecar).toList();
    sidecars.forEach(sidecar -> NamedFiles.check(sidecar.source()));
    Session session = server.open();
    NamedFiles files = new NamedFiles(session, server.environment().stateFolder());
    return version.make(
        session, title, Map.of("sidecars", files.sidecars(sidecars, Map.of("id", title))));
  }
}
