package dev.reelway.ingest.plan;

import dev.reelway.contracts.plan.Profile;
import java.util.Optional;

/**
 * What a ladder file comes to; one of the two is there.
 *
 * @param profile what it means, everything that it leaves out filled in
 * @param problem the first thing that is wrong
 */
public record LadderCheck(Optional<Profile> profile, Optional<LadderProblem> problem) {}
