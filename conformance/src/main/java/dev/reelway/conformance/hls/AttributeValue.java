package dev.reelway.conformance.hls;

/**
 * The value of an attribute.
 *
 * @param text without quotes
 * @param quoted whether it stood in double quotes
 */
public record AttributeValue(String text, boolean quoted) {}
