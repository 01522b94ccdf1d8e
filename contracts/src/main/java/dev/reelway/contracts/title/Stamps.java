package dev.reelway.contracts.title;

import dev.reelway.contracts.work.PackagedSegments;
import dev.reelway.contracts.work.PackagedTask;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the store said of a title's segments when they were read back and judged. While it says the
 * same, they are the same. Kept beside the title and not in it: another store says other things of
 * the same bytes.
 *
 * @param byTrack stamps of a track's segments, by their number from 1
 */
public record Stamps(Map<String, Map<Integer, String>> byTrack) {

  /** Nothing was read back. */
  public static final Stamps NONE = new Stamps(Map.of());

  /** Defensive copy. */
  public Stamps {
    byTrack = Map.copyOf(byTrack);
  }

  /** What packagers were told. */
  public static Stamps of(Collection<PackagedTask> tasks) {
    Map<String, Map<Integer, String>> stamps = new TreeMap<>();
    tasks.stream()
        .flatMap(task -> task.segments().stream())
        .filter(part -> !part.stamps().isEmpty())
        .forEach(part -> add(part, stamps.computeIfAbsent(part.track(), t -> new TreeMap<>())));
    return new Stamps(stamps);
  }

  private static void add(PackagedSegments part, Map<Integer, String> stamps) {
    for (int i = 0; i < part.segments().size(); i++) {
      stamps.put(part.segments().get(i).number(), part.stamps().get(i));
    }
  }

  /** These, and those of {@code earlier} for tracks that are not among these. */
  public Stamps over(Stamps earlier) {
    Map<String, Map<Integer, String>> both = new TreeMap<>(earlier.byTrack);
    both.putAll(byTrack);
    return new Stamps(both);
  }

  /** The stamp of a segment; empty if nobody was told. */
  public String of(String track, int number) {
    return byTrack.getOrDefault(track, Map.of()).getOrDefault(number, "");
  }
}
