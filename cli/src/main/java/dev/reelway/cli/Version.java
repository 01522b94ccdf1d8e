package dev.reelway.cli;

import dev.reelway.cli.command.MediaEngines;
import dev.reelway.cli.command.ProgramVersion;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints: this program and the engine that decides output bytes. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {
      "reelway " + ProgramVersion.get(), "engine  " + MediaEngines.local().build()
    };
  }
}
