package dev.reelway.contracts.title;

import static java.util.stream.Collectors.toSet;

import dev.reelway.contracts.master.Loudness;
import dev.reelway.contracts.work.EncodedTrackPart.Quality;
import dev.reelway.contracts.work.PackagedTask;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a version came out as, kept beside its manifests.
 *
 * @param presentation all tracks and segments
 * @param quality of sampled frames, by track
 * @param loudness of sound, by track
 * @param damage what was bridged in the master, one sentence each
 * @param initSha256 hash of the init segment, by track; tracks of files have none
 */
public record TitleReport(
    Presentation presentation,
    Map<String, Quality> quality,
    Map<String, Loudness.Applied> loudness,
    List<String> damage,
    Map<String, String> initSha256) {

  /** Defensive copy; documents of earlier programs have no hashes. */
  public TitleReport {
    initSha256 = initSha256 == null ? Map.of() : Map.copyOf(initSha256);
  }

  /**
   * Adds up the tasks of a version.
   *
   * @param tasks in the plan's order, because floating-point sums depend on it
   */
  public static TitleReport of(Presentation presentation, Collection<PackagedTask> tasks) {
    Map<String, Quality> sums = new TreeMap<>();
    tasks.forEach(
        task -> task.quality().forEach((track, value) -> sums.merge(track, value, Quality::plus)));
    Map<String, Loudness.Applied> loudness = new TreeMap<>();
    tasks.forEach(task -> loudness.putAll(task.loudness()));
    List<String> damage =
        tasks.stream().flatMap(task -> task.damage().stream()).distinct().sorted().toList();
    Set<String> segmented =
        presentation.tracks().filter(track -> !track.holdsFiles()).map(Track::id).collect(toSet());
    Map<String, String> inits = new TreeMap<>();
    tasks.stream()
        .flatMap(task -> task.segments().stream())
        .filter(part -> segmented.contains(part.track()))
        .forEach(part -> inits.put(part.track(), part.initSha256()));
    return new TitleReport(presentation, sums, loudness, damage, inits);
  }
}
