package dev.reelway.conformance.model;

import dev.reelway.conformance.place.Location;
import dev.reelway.contracts.time.Rational;

/**
 * A segment as a manifest declares it.
 *
 * @param location of its bytes
 * @param start seconds; in HLS the sum of the durations before, in DASH the period's time
 * @param duration seconds
 */
public record DeclaredSegment(Location location, Rational start, Rational duration) {}
