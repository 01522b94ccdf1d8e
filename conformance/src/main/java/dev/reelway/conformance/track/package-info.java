/**
 * Reads the init segment and every segment of a track once, and lets one small check after the
 * other look at it. What stays in memory is a few numbers for each segment.
 */
package dev.reelway.conformance.track;
