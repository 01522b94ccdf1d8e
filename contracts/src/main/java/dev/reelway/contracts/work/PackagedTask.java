package dev.reelway.contracts.work;

import dev.reelway.contracts.work.EncodedTrackPart.Quality;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a task came to in the end: all that the manifests and the report need of it.
 *
 * @param segments of each track
 * @param quality XPSNR of sampled frames, by track
 * @param loudness of sound, by track
 * @param damage what was bridged in the master, one sentence each
 */
public record PackagedTask(
    List<PackagedSegments> segments,
    Map<String, Quality> quality,
    Map<String, Loudness.Applied> loudness,
    List<String> damage) {

  /** Defensive copies. */
  public PackagedTask {
    segments = List.copyOf(segments);
    quality = Map.copyOf(quality);
    loudness = Map.copyOf(loudness);
    damage = List.copyOf(damage);
  }

  /** Puts together what the packager made of {@code chunk}. */
  public static PackagedTask of(EncodedChunk chunk, List<PackagedSegments> segments) {
    Map<String, Quality> quality = new HashMap<>();
    chunk
        .parts()
        .forEach(part -> part.quality().ifPresent(value -> quality.put(part.track(), value)));
    Map<String, Loudness.Applied> loudness = new HashMap<>();
    chunk
        .parts()
        .forEach(part -> part.loudness().ifPresent(value -> loudness.put(part.track(), value)));
    List<String> damage =
        chunk.parts().stream().flatMap(part -> part.damage().stream()).distinct().toList();
    return new PackagedTask(segments, quality, loudness, damage);
  }
}
