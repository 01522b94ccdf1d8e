package dev.reelway.contracts.title;

import dev.reelway.contracts.master.Loudness;
import dev.reelway.contracts.work.EncodedTrackPart.Quality;
import dev.reelway.contracts.work.PackagedTask;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a version came out as, kept beside its manifests.
 *
 * @param presentation all tracks and segments
 * @param quality of sampled frames, by track
 * @param loudness of sound, by track
 * @param damage what was bridged in the master, one sentence each
 */
public record TitleReport(
    Presentation presentation,
    Map<String, Quality> quality,
    Map<String, Loudness.Applied> loudness,
    List<String> damage) {

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
    return new TitleReport(presentation, sums, loudness, damage);
  }
}
