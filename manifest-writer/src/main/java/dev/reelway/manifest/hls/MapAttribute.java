package dev.reelway.manifest.hls;

import java.util.Optional;
import java.util.function.Function;

/** Attributes of EXT-X-MAP (RFC 8216, 4.3.2.5). */
enum MapAttribute implements Attribute<MediaPlaylist> {
  URI(playlist -> playlist.mapUri().flatMap(Attribute::quoted));

  @SuppressWarnings("ImmutableEnumChecker") // a lambda that captures nothing
  private final Function<MediaPlaylist, Optional<String>> value;

  MapAttribute(Function<MediaPlaylist, Optional<String>> value) {
    this.value = value;
  }

  @Override
  public Optional<String> valueOf(MediaPlaylist playlist) {
    return value.apply(playlist);
  }
}
