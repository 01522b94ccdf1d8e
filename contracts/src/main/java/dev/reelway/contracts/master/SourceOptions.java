package dev.reelway.contracts.master;

import java.util.List;
import java.util.OptionalInt;

/**
 * What a submitter says about the files that a title is made of.
 *
 * @param tolerateDamage whether damaged stretches are bridged instead of refused
 * @param videoStream which picture of the container; chosen by rule if absent
 * @param streams what the container says wrongly, or not at all, about its streams
 * @param sidecars files beside the master
 * @param thorough whether every picture is looked at, whatever it costs
 */
public record SourceOptions(
    boolean tolerateDamage,
    OptionalInt videoStream,
    List<StreamTags> streams,
    List<Sidecar> sidecars,
    boolean thorough) {

  /** Takes the master as it is and refuses every damage. */
  public static final SourceOptions STRICT = tolerating(false);

  /** Defensive copies. */
  public SourceOptions {
    streams = List.copyOf(streams);
    sidecars = List.copyOf(sidecars);
  }

  /** Takes the master as it is, its damage included or not. */
  public static SourceOptions tolerating(boolean damage) {
    return new SourceOptions(damage, OptionalInt.empty(), List.of(), List.of(), false);
  }
}
