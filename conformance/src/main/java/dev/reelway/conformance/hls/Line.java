package dev.reelway.conformance.hls;

/**
 * A line of a playlist.
 *
 * @param number counted from 1
 * @param text without the line end
 */
record Line(int number, String text) {}
