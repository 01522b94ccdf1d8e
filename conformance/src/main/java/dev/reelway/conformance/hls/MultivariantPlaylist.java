package dev.reelway.conformance.hls;

import java.util.List;

/**
 * What a multivariant playlist says.
 *
 * @param path in the package
 * @param independentSegments whether all segments of all its playlists are said to be independent
 * @param renditions every EXT-X-MEDIA
 * @param variants of all kinds
 */
record MultivariantPlaylist(
    String path,
    boolean independentSegments,
    List<MediaRendition> renditions,
    List<Variant> variants)
    implements Playlist {

  MultivariantPlaylist {
    renditions = List.copyOf(renditions);
    variants = List.copyOf(variants);
  }

  /** The variants of one kind. */
  List<Variant> variants(Variant.Kind kind) {
    return variants.stream().filter(variant -> variant.kind() == kind).toList();
  }

  /** The renditions of a group. */
  List<MediaRendition> group(String type, String id) {
    return renditions.stream()
        .filter(member -> member.type().equals(type) && member.group().equals(id))
        .toList();
  }
}
