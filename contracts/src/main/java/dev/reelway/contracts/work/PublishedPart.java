package dev.reelway.contracts.work;

import dev.reelway.contracts.master.Loudness;
import dev.reelway.contracts.work.EncodedTrackPart.Quality;
import java.util.List;
import java.util.Optional;

/**
 * What a task would have made of one track, had an earlier version of the title not published that
 * track already. There is nothing left to encode or to package.
 *
 * @param segments the task's share of the track
 * @param quality of the whole track, told by the task that has its first segment
 * @param loudness of a sound track, told by the same task
 * @param damage what was bridged in the master, told by that task, too
 */
public record PublishedPart(
    PackagedSegments segments,
    Optional<Quality> quality,
    Optional<Loudness.Applied> loudness,
    List<String> damage) {

  /** Defensive copy. */
  public PublishedPart {
    damage = List.copyOf(damage);
  }
}
