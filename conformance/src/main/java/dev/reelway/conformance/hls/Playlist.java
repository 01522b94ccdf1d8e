package dev.reelway.conformance.hls;

/** A playlist of either kind. */
sealed interface Playlist permits MultivariantPlaylist, MediaPlaylist {
  /** Path in the package. */
  String path();
}
