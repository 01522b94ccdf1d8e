package dev.reelway.cli;

import dev.reelway.cli.command.MediaEngines;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints: this program and the engine that decides output bytes. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String own = Version.class.getPackage().getImplementationVersion();
    return new String[] {
      "reelway " + (own == null ? "(from classes)" : own), "engine  " + MediaEngines.local().build()
    };
  }
}
