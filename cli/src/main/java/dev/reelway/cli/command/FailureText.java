package dev.reelway.cli.command;

import dev.reelway.contracts.failure.ReelwayException;
import java.io.PrintWriter;

/** How the program tells a failure. */
public final class FailureText {

  private FailureText() {}

  /**
   * Prints one sentence with its code, then what to do.
   *
   * @return the exit status that goes with it
   */
  public static int tell(ReelwayException failure, PrintWriter err) {
    err.println("reelway: " + failure.getMessage() + " [" + failure.kind().code() + "]");
    err.println(failure.kind().advice());
    err.flush();
    return ExitCodes.of(failure.kind());
  }
}
