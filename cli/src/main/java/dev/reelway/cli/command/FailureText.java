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
    tell(failure.getMessage(), failure.kind().code(), failure.kind().advice(), err);
    return ExitCodes.of(failure.kind());
  }

  /** As above for a failure that was told by somebody else; {@code advice} may be empty. */
  public static void tell(String sentence, String code, String advice, PrintWriter err) {
    err.println("reelway: " + sentence + " [" + code + "]");
    if (!advice.isEmpty()) {
      err.println(advice);
    }
    err.flush();
  }
}
