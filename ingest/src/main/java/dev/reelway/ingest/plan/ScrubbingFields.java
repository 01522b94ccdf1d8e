package dev.reelway.ingest.plan;

import dev.reelway.contracts.plan.Profile;
import java.util.List;

/** Reads what a ladder file says about fast forward and thumbnails. */
final class ScrubbingFields {

  private static final String YES = "yes";
  private static final String NO = "no";

  private ScrubbingFields() {}

  /** The settings in {@code ladder}; both are made unless it says no. */
  static Profile.Scrubbing read(LadderFields ladder) {
    return new Profile.Scrubbing(wants(ladder, "trickPlay"), wants(ladder, "thumbnails"));
  }

  private static boolean wants(LadderFields ladder, String name) {
    return ladder.word(name, List.of(YES, NO), YES).equals(YES);
  }
}
