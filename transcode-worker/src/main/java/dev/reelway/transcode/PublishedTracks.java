package dev.reelway.transcode;

import dev.reelway.contracts.plan.ChunkPlan;
import dev.reelway.contracts.plan.EncodePlan;
import dev.reelway.contracts.plan.RungPlan;
import dev.reelway.contracts.plan.ThumbnailPlan;
import dev.reelway.contracts.work.EncodedChunk;
import dev.reelway.contracts.work.PublishedPart;
import dev.reelway.contracts.work.TaskKind;
import dev.reelway.contracts.work.TaskRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What earlier versions of a title have published, and a new one can go on showing: a track's name
 * says everything that decides its bytes. So sound that is added later, or another rung, costs no
 * more than itself, even when the work objects of the rest are long gone.
 */
public final class PublishedTracks {

  /** Nothing is there yet. */
  public static final PublishedTracks NONE = new PublishedTracks(Map.of());

  private final Map<String, PublishedTrack> tracks;

  PublishedTracks(Map<String, PublishedTrack> tracks) {
    this.tracks = Map.copyOf(tracks);
  }

  /** Encodes a task of a plan that may have fewer tracks. */
  @FunctionalInterface
  public interface Encoding {
    /** Encodes what {@code rest} has of the task. */
    EncodedChunk encode(EncodePlan rest) throws InterruptedException;
  }

  /**
   * Has encoded what is missing of a task.
   *
   * @param names the tracks that the task makes
   */
  public EncodedChunk complete(
      EncodePlan plan, TaskRef task, Collection<String> names, Encoding encoding)
      throws InterruptedException {
    List<PublishedTrack> found =
        names.stream().filter(tracks::containsKey).sorted().map(tracks::get).toList();
    if (found.isEmpty()) {
      return encoding.encode(plan);
    }
    boolean isChunk = task.kind() == TaskKind.VIDEO_CHUNK;
    ChunkPlan chunk = isChunk ? plan.chunks().get(task.number()) : null;
    int first = isChunk ? chunk.firstSegment() : 0;
    int count = isChunk ? chunk.segmentCount() : plan.grid().segmentCount();
    int tiles = isChunk ? ThumbnailPlan.endTile(plan.grid(), chunk) - first : count;
    List<PublishedPart> parts =
        found.stream()
            .map(track -> track.part(first, track.isThumbnails() ? tiles : count))
            .toList();
    return found.size() == names.size()
        ? new EncodedChunk(first, count, List.of(), parts)
        : new EncodedChunk(first, count, encoding.encode(rest(plan)).parts(), parts);
  }

  private EncodePlan rest(EncodePlan plan) {
    List<RungPlan> missing = new ArrayList<>(plan.encodedRungs());
    missing.removeIf(rung -> tracks.containsKey(rung.track()));
    return plan.withPictures(
        missing,
        plan.thumbnails().filter(images -> !tracks.containsKey(images.track())),
        plan.poster().filter(poster -> !tracks.containsKey(poster.track())));
  }
}
