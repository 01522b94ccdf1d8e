package dev.reelway.conformance.model;

import dev.reelway.conformance.place.Location;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One track of the package with all its declarations: usually one by HLS and one by DASH.
 *
 * @param init where the init segment lies, which makes tracks one and the same
 * @param declared by each manifest, at least one
 */
public record Rendition(Location init, List<DeclaredTrack> declared) {

  /** Copies the list. */
  public Rendition {
    declared = List.copyOf(declared);
  }

  /** Returns what the track holds. */
  public MediaKind kind() {
    return declared.get(0).kind();
  }

  /** Returns the name for findings: the folder of the init segment, or its file in the root. */
  public String name() {
    int slash = init.path().lastIndexOf('/');
    return slash < 0 ? init.path() : init.path().substring(0, slash);
  }

  /**
   * Returns each segment once, in the order of the longest declaration, then what only others say.
   */
  public Collection<DeclaredSegment> segments() {
    Map<Location, DeclaredSegment> segments = new LinkedHashMap<>();
    declared.stream()
        .sorted((a, b) -> Integer.compare(b.segments().size(), a.segments().size()))
        .flatMap(track -> track.segments().stream())
        .forEach(segment -> segments.putIfAbsent(segment.location(), segment));
    return List.copyOf(segments.values());
  }
}
