package dev.reelway.conformance.hls;

import java.util.Optional;

/**
 * An EXT-X-MEDIA.
 *
 * @param line of the tag
 * @param attributes of the tag
 * @param path of its media playlist; empty if it has none or it leads out of the package
 */
record MediaRendition(int line, AttributeList attributes, Optional<String> path) {
  String type() {
    return attributes.text("TYPE", "");
  }

  String group() {
    return attributes.text("GROUP-ID", "");
  }

  String name() {
    return attributes.text("NAME", "");
  }
}
