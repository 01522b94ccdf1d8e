package dev.reelway.contracts.master;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a submitter says about the files that a title is made of.
 *
 * @param tolerateDamage whether damaged stretches are bridged instead of refused
 * @param videoStream which picture of the container; chosen by rule if absent
 * @param streams what the container says wrongly, or not at all, about its streams
 * @param sidecars files beside the master
 * @param thorough whether every picture is looked at, whatever it costs
 * @param excerpt the only piece that counts, for trials
 */
public record SourceOptions(
    boolean tolerateDamage,
    OptionalInt videoStream,
    List<StreamTags> streams,
    List<Sidecar> sidecars,
    boolean thorough,
    Optional<Excerpt> excerpt) {

  /** Takes the master as it is and refuses every damage. */
  public static final SourceOptions STRICT = tolerating(false);

  /** Defensive copies; requests of earlier programs know no excerpts. */
  public SourceOptions {
    streams = List.copyOf(streams);
    sidecars = List.copyOf(sidecars);
    excerpt = excerpt == null ? Optional.empty() : excerpt;
  }

  /** About whole files. */
  public SourceOptions(
      boolean tolerateDamage,
      OptionalInt videoStream,
      List<StreamTags> streams,
      List<Sidecar> sidecars,
      boolean thorough) {
    this(tolerateDamage, videoStream, streams, sidecars, thorough, Optional.empty());
  }

  /** The same where {@code corrections} say nothing of a stream. */
  public SourceOptions corrected(List<StreamTags> corrections) {
    Map<Integer, StreamTags> all = new LinkedHashMap<>();
    streams.forEach(tags -> all.putIfAbsent(tags.stream(), tags));
    corrections.forEach(tags -> all.merge(tags.stream(), tags, StreamTags::corrected));
    return new SourceOptions(
        tolerateDamage, videoStream, List.copyOf(all.values()), sidecars, thorough, excerpt);
  }

  /** The picture of an excerpt and nothing else. */
  public SourceOptions of(Excerpt piece) {
    return new SourceOptions(
        tolerateDamage, videoStream, List.of(), List.of(), false, Optional.of(piece));
  }

  /** Takes the master as it is, its damage included or not. */
  public static SourceOptions tolerating(boolean damage) {
    return new SourceOptions(damage, OptionalInt.empty(), List.of(), List.of(), false);
  }
}
