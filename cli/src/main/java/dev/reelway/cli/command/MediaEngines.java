package dev.reelway.cli.command;

import dev.reelway.media.MediaEngine;
import dev.reelway.media.process.ChildCommand;
import dev.reelway.media.process.ProcessLimits;
import dev.reelway.media.process.ProcessMediaEngine;
import dev.reelway.media.process.Sandbox;

/** Wires the engine of this machine. */
public final class MediaEngines {

  private MediaEngines() {}

  /** Child processes with this program's own Java, in the strongest sandbox the system allows. */
  public static MediaEngine local() {
    return local(0);
  }

  /**
   * The same for a memory class.
   *
   * @param memoryClass 0 for the usual limit, 1 for twice as much, and so on
   */
  public static MediaEngine local(int memoryClass) {
    return new ProcessMediaEngine(
        ChildCommand.ofThisProcess(Sandbox.detect()),
        ProcessLimits.DEFAULT.withMemory(memoryClass + 1));
  }
}
