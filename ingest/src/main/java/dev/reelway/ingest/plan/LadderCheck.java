package dev.reelway.ingest.plan;

import dev.reelway.contracts.plan.Profile;
import java.util.List;
import java.util.Optional;

/**
 * What a ladder file comes to; either a profile or problems are there.
 *
 * @param profile what it means, everything that it leaves out filled in
 * @param problems all that is wrong, in the order of the file
 */
public record LadderCheck(Optional<Profile> profile, List<LadderProblem> problems) {

  /** Defensive copy. */
  public LadderCheck {
    problems = List.copyOf(problems);
  }
}
