package dev.reelway.conformance.model;

import dev.reelway.conformance.place.Location;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everything that the manifests of a package declare. Filled while manifests are read. */
public final class Renditions {
  private final Set<String> manifests = new LinkedHashSet<>();
  private final Set<String> files = new LinkedHashSet<>();
  private final List<DeclaredTrack> tracks = new ArrayList<>();

  /** Notes a playlist or MPD; false if it was noted before. */
  public boolean addManifest(String path) {
    files.add(path);
    return manifests.add(path);
  }

  /** Notes a file that is referred to and is no segment, such as a poster. */
  public void addFile(String path) {
    files.add(path);
  }

  /** Notes a track and all files it is made of. */
  public void add(DeclaredTrack track) {
    tracks.add(track);
    track.init().map(Location::path).ifPresent(files::add);
    track.segments().forEach(segment -> files.add(segment.location().path()));
  }

  /** Returns the paths of all playlists and MPDs. */
  public Set<String> manifests() {
    return Set.copyOf(manifests);
  }

  /** Returns the path of every file that something refers to. */
  public Set<String> files() {
    return Set.copyOf(files);
  }

  /** Returns every declaration, in the order they were read. */
  public List<DeclaredTrack> tracks() {
    return List.copyOf(tracks);
  }

  /**
   * Returns the CMAF tracks, each once, whoever declares it; tracks of key frames with an init
   * segment of their own are among them.
   */
  public List<Rendition> renditions() {
    Map<Location, List<DeclaredTrack>> byInit = new LinkedHashMap<>();
    tracks.stream()
        .filter(track -> track.kind().isCmaf() && track.init().isPresent())
        .forEach(track -> add(byInit, track));
    Set<Location> known = Set.copyOf(byInit.keySet());
    tracks.stream()
        .filter(track -> track.kind() == MediaKind.KEY_FRAMES && track.isSeamless())
        .filter(track -> track.init().filter(init -> !known.contains(init)).isPresent())
        .forEach(track -> add(byInit, track));
    return byInit.entrySet().stream()
        .map(entry -> new Rendition(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static void add(Map<Location, List<DeclaredTrack>> byInit, DeclaredTrack track) {
    byInit.computeIfAbsent(track.init().orElseThrow(), init -> new ArrayList<>()).add(track);
  }
}
