package dev.reelway.conformance.hls;

import java.util.Optional;

/**
 * A variant of a multivariant playlist: a stream, its I-frames, or its thumbnails.
 *
 * @param line of the tag
 * @param kind which tag
 * @param attributes of the tag
 * @param path of its media playlist; empty if the reference leads out of the package
 */
record Variant(int line, Kind kind, AttributeList attributes, Optional<String> path) {
  /** Which tag stands there. */
  enum Kind {
    /** EXT-X-STREAM-INF. */
    STREAM,
    /** EXT-X-I-FRAME-STREAM-INF. */
    I_FRAMES,
    /** EXT-X-IMAGE-STREAM-INF. */
    IMAGES
  }
}
