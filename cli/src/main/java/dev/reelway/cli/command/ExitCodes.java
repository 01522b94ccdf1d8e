package dev.reelway.cli.command;

import dev.reelway.contracts.failure.FailureKind;

/** How the program's commands end. */
public final class ExitCodes {

  /** Everything was done. */
  public static final int DONE = 0;

  /** The command, the ladder or the output folder is wrong. */
  public static final int USAGE = 2;

  /** The master was refused. */
  public static final int MASTER_REFUSED = 3;

  /** Something failed that is neither the user's nor the master's fault. */
  public static final int FAILED = 4;

  /** A package was checked and has errors; a title is held because of them. */
  public static final int NOT_CONFORMING = 5;

  /** Interrupted from the keyboard or by a signal, as shells count it. */
  public static final int INTERRUPTED = 130;

  private ExitCodes() {}

  /** The exit status for a failure. */
  public static int of(FailureKind kind) {
    if (kind == FailureKind.CANCELLED) {
      return INTERRUPTED;
    }
    if (kind == FailureKind.PACKAGE_INVALID) {
      return NOT_CONFORMING;
    }
    return switch (kind.fault()) {
      case USER -> USAGE;
      case MASTER -> MASTER_REFUSED;
      case SYSTEM -> FAILED;
    };
  }
}
