package dev.reelway.manifest;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.title.Presentation;
import dev.reelway.contracts.title.Track;
import dev.reelway.contracts.work.SegmentEntry;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What both manifests take for granted; a presentation that breaks it must not be published. */
public final class PresentationCheck {

  private static final Pattern URL_SAFE = Pattern.compile("[A-Za-z0-9._-]+");

  private PresentationCheck() {}

  /**
   * Throws {@code INVARIANT_BROKEN} unless there is a track, ids are unique and need no escaping,
   * and every track starts at 0 with segment 1 and goes on without gap or overlap.
   */
  public static void check(Presentation presentation) {
    List<Track> tracks = presentation.tracks().toList();
    require(!tracks.isEmpty(), "A presentation has no track.");
    Set<String> ids = new HashSet<>();
    for (Track track : tracks) {
      require(ids.add(track.id()), "Two tracks are called '" + track.id() + "'.");
      require(
          URL_SAFE.matcher(track.id()).matches(),
          "The track id '" + track.id() + "' would need escaping in a URL.");
      checkSegments(track);
    }
  }

  private static void checkSegments(Track track) {
    require(!track.segments().isEmpty(), "Track '" + track.id() + "' has no segment.");
    long nextTicks = 0;
    int nextNumber = 1;
    for (SegmentEntry segment : track.segments()) {
      require(
          segment.number() == nextNumber
              && segment.startTicks() == nextTicks
              && segment.durationTicks() > 0
              && segment.sizeBytes() > 0,
          "Track '" + track.id() + "' breaks off before segment " + nextNumber + ": " + segment);
      nextTicks += segment.durationTicks();
      nextNumber++;
    }
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new ReelwayException(FailureKind.INVARIANT_BROKEN, message);
    }
  }
}
