package dev.reelway.conformance.check;

import dev.reelway.conformance.model.ManifestFamily;
import dev.reelway.conformance.place.Place;
import dev.reelway.conformance.place.Resource;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the manifests that players start from. */
final class ManifestSearch {
  private static final int MAX_PLAYLIST_BYTES = 64 << 20;

  /** Names to try where nothing can be listed. */
  private static final List<String> USUAL =
      List.of("index.m3u8", "index.mpd", "master.m3u8", "manifest.mpd", "main.m3u8", "stream.mpd");

  private final Place place;
  private final List<ManifestFamily> families;

  ManifestSearch(Place place, List<ManifestFamily> families) {
    this.place = place;
    this.families = families;
  }

  /** Playlists that name renditions, and MPDs; playlists of media only if no other names them. */
  List<String> find() throws IOException {
    List<String> top = new ArrayList<>();
    List<String> media = new ArrayList<>();
    for (String path : candidates()) {
      boolean playlist = path.endsWith(".m3u8");
      (playlist && !namesRenditions(path) ? media : top).add(path);
    }
    boolean hls = top.stream().anyMatch(path -> path.endsWith(".m3u8"));
    if (!hls) {
      top.addAll(media);
    }
    return top;
  }

  private List<String> candidates() throws IOException {
    Optional<List<String>> listed = place.list();
    List<String> found = new ArrayList<>();
    for (String path : listed.orElse(USUAL)) {
      boolean known = families.stream().anyMatch(family -> family.reads(path));
      if (known && !path.startsWith(".") && (listed.isPresent() || place.open(path).isPresent())) {
        found.add(path);
      }
    }
    return found;
  }

  private boolean namesRenditions(String path) throws IOException {
    Optional<Resource> resource = place.open(path);
    if (resource.isEmpty()) {
      return false;
    }
    try {
      byte[] bytes = resource.get().readAll(MAX_PLAYLIST_BYTES);
      return new String(bytes, StandardCharsets.UTF_8).contains("#EXT-X-STREAM-INF");
    } catch (EOFException e) {
      return false; // far too large for a playlist of renditions
    }
  }
}
