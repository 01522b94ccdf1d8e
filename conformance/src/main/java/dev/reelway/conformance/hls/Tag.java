package dev.reelway.conformance.hls;

/**
 * A tag of a playlist that this reader knows.
 *
 * @param line counted from 1
 * @param name which tag
 * @param value what follows the colon; empty if nothing does
 * @param attributes read from the value; empty if the tag has no attribute list
 */
record Tag(int line, HlsTag name, String value, AttributeList attributes) {}
