package dev.reelway.cli.client;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Option;

/** What a title is encoded to: a ladder that the server knows by name, or one of one's own. */
final class LadderOptions {

  @Option(
      names = {"-p", "--profile"},
      paramLabel = "NAME",
      description = "Profile of the server; 'reelway profiles list' shows them.")
  private String profile;

  @Option(
      names = {"-l", "--ladder"},
      paramLabel = "FILE",
      description = "Ladder file in YAML instead of a profile.")
  private Path ladder;

  /** Adds what was chosen to the fields of a title; the server checks it. */
  void addTo(Map<String, Object> title) {
    if (profile != null) {
      title.put("profile", profile);
    }
    if (ladder != null) {
      title.put("ladder", read());
    }
  }

  private String read() {
    try {
      return Files.readString(ladder);
    } catch (IOException e) {
      throw new ReelwayException(
          FailureKind.LADDER_INVALID, "The ladder file " + ladder + " cannot be read.", e);
    }
  }
}
