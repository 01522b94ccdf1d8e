package dev.reelway.cli.client.title;

import dev.reelway.cli.command.ExitCodes;
import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.fleet.TitleStatus;
import dev.reelway.contracts.title.TitleFailure;

/** How a title that a command followed has ended, or why nothing more happens on its own. */
public final class Outcome {

  private Outcome() {}

  /** Whether somebody must act before anything more happens, or nothing more will. */
  public static boolean isReached(TitleStatus status) {
    return switch (status.phase()) {
      case AWAITING_START, AWAITING_PUBLISH, PUBLISHED, UNPUBLISHED, HELD, FAILED, CANCELLED ->
          true;
      case NEW, SUBMITTED, INSPECTING, PLANNING, ENCODING, PUBLISHING, ROLLING_BACK, UNPUBLISHING ->
          false;
    };
  }

  /** The exit status for it. */
  public static int exitCode(TitleStatus status) {
    return switch (status.phase()) {
      case CANCELLED -> ExitCodes.INTERRUPTED;
      case FAILED, HELD -> status.failure().map(f -> ExitCodes.of(f.kind())).orElse(ExitCodes.DONE);
      default -> ExitCodes.DONE;
    };
  }

  /** Why a title was given up. */
  public static TitleFailure failure(TitleStatus status) {
    return status
        .failure()
        .orElse(new TitleFailure(FailureKind.CANCELLED, "The title was cancelled."));
  }
}
