package dev.reelway.contracts.work;

import dev.reelway.contracts.master.Loudness;
import dev.reelway.contracts.work.EncodedTrackPart.Quality;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a task came to in the end: all that the manifests and the report need of it.
 *
 * @param segments of each track
 * @param quality XPSNR of sampled frames, by track
 * @param loudness of sound, by track
 * @param damage what was bridged in the master, one sentence each
 * @param parts that were encoded or found as work objects, for the report
 * @param packaging what making segments of them took
 * @param brokenRules what the segments that were read back break
 */
public record PackagedTask(
    List<PackagedSegments> segments,
    Map<String, Quality> quality,
    Map<String, Loudness.Applied> loudness,
    List<String> damage,
    List<MadePart> parts,
    Optional<Effort> packaging,
    List<BrokenRule> brokenRules) {

  /** Defensive copies; documents of earlier programs tell of no parts and no rules. */
  public PackagedTask {
    segments = List.copyOf(segments);
    quality = Map.copyOf(quality);
    loudness = Map.copyOf(loudness);
    damage = List.copyOf(damage);
    parts = parts == null ? List.of() : List.copyOf(parts);
    brokenRules = brokenRules == null ? List.of() : List.copyOf(brokenRules);
  }

  /** A task that the report has nothing more to tell of. */
  public PackagedTask(
      List<PackagedSegments> segments,
      Map<String, Quality> quality,
      Map<String, Loudness.Applied> loudness,
      List<String> damage) {
    this(segments, quality, loudness, damage, List.of(), Optional.empty(), List.of());
  }

  /** Puts together what the packager made of {@code chunk} and what was published before. */
  public static PackagedTask of(
      EncodedChunk chunk,
      List<PackagedSegments> packaged,
      List<BrokenRule> brokenRules,
      Effort packaging) {
    Map<String, Quality> quality = new HashMap<>();
    chunk
        .parts()
        .forEach(part -> part.quality().ifPresent(value -> quality.put(part.track(), value)));
    chunk
        .published()
        .forEach(
            part -> part.quality().ifPresent(value -> quality.put(part.segments().track(), value)));
    Map<String, Loudness.Applied> loudness = new HashMap<>();
    chunk
        .parts()
        .forEach(part -> part.loudness().ifPresent(value -> loudness.put(part.track(), value)));
    chunk
        .published()
        .forEach(
            part ->
                part.loudness().ifPresent(value -> loudness.put(part.segments().track(), value)));
    List<String> damage =
        Stream.concat(
                chunk.parts().stream().flatMap(part -> part.damage().stream()),
                chunk.published().stream().flatMap(part -> part.damage().stream()))
            .distinct()
            .toList();
    List<PackagedSegments> segments = new ArrayList<>(packaged);
    chunk.published().forEach(part -> segments.add(part.segments()));
    List<MadePart> parts = chunk.parts().stream().map(MadePart::of).toList();
    return new PackagedTask(
        segments, quality, loudness, damage, parts, Optional.of(packaging), brokenRules);
  }
}
