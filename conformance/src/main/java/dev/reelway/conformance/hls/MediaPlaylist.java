package dev.reelway.conformance.hls;

import dev.reelway.contracts.time.Rational;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What a media playlist says.
 *
 * @param path in the package
 * @param targetDuration seconds
 * @param type EXT-X-PLAYLIST-TYPE, empty without
 * @param flags the tags that stand somewhere in it
 * @param segments in order
 */
record MediaPlaylist(
    String path,
    OptionalLong targetDuration,
    String type,
    Set<HlsTag> flags,
    List<MediaSegment> segments)
    implements Playlist {

  MediaPlaylist {
    flags = Set.copyOf(flags);
    segments = List.copyOf(segments);
  }

  boolean has(HlsTag tag) {
    return flags.contains(tag);
  }

  /** The sum of all EXTINF, seconds. */
  Rational duration() {
    return segments.stream().map(MediaSegment::duration).reduce(Rational.ZERO, Rational::plus);
  }
}
