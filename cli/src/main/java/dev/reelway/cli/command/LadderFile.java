package dev.reelway.cli.command;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.plan.Profile;
import dev.reelway.ingest.plan.ProfileReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that chooses a ladder; shared by all commands that plan. */
public final class LadderFile {

  @Option(
      names = {"-l", "--ladder"},
      paramLabel = "FILE",
      description = "Ladder file in YAML (default: the built-in H.264 ladder, 1080p to 240p).")
  private Path file;

  /** The chosen ladder; {@code LADDER_INVALID} says what is wrong with it. */
  public Profile read() {
    if (file == null) {
      return ProfileReader.defaultProfile();
    }
    try {
      return ProfileReader.read(file.getFileName().toString(), Files.readString(file));
    } catch (IOException e) {
      throw new ReelwayException(
          FailureKind.LADDER_INVALID, "The ladder file " + file + " cannot be read.", e);
    }
  }
}
