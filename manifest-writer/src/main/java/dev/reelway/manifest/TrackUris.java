package dev.reelway.manifest;

import dev.reelway.contracts.storage.StorageLayout;

/**
 * How a manifest names the files of its tracks: relative, so that a title can be moved and mirrored
 * as it is. Track ids are checked to need no escaping.
 *
 * @param base from the manifest's folder to the folder of all tracks, with a slash at the end
 */
public record TrackUris(String base) {

  /** For the public manifests of a title. */
  public static TrackUris fromPublic(StorageLayout layout) {
    return new TrackUris(layout.tracksPrefix().substring(layout.titlePrefix().length()));
  }

  /** For the manifests in a version's folder. */
  public static TrackUris fromVersion(StorageLayout layout) {
    String folder = layout.versionPrefix(1).substring(layout.titlePrefix().length());
    long depth = folder.chars().filter(c -> c == '/').count();
    return new TrackUris("../".repeat((int) depth) + fromPublic(layout).base());
  }

  /** The media playlist of {@code track}. */
  public String mediaPlaylist(String track) {
    return in(track, StorageLayout.MEDIA_PLAYLIST);
  }

  /** The init segment of {@code track}. */
  public String init(String track) {
    return in(track, StorageLayout.INIT);
  }

  /** The DASH template of the media segments of {@code track}. */
  public String segmentTemplate(String track) {
    return in(track, StorageLayout.SEGMENT_TEMPLATE);
  }

  /** The HLS playlist of the key pictures of {@code track}. */
  public String iFramePlaylist(String track) {
    return in(track, StorageLayout.I_FRAME_PLAYLIST);
  }

  /** The DASH template of the tiles of {@code track}. */
  public String tileTemplate(String track) {
    return in(track, StorageLayout.TILE_TEMPLATE);
  }

  /** Tile {@code number} (from 1) of {@code track}. */
  public String tile(String track, int number) {
    return in(track, StorageLayout.tileName(number));
  }

  private String in(String track, String name) {
    return base + track + "/" + name;
  }
}
