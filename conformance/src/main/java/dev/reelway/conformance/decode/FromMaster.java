package dev.reelway.conformance.decode;

import dev.reelway.contracts.time.Rational;

/**
 * What the master says a track must have.
 *
 * @param frames of a video track; 0 for sound
 * @param durationSeconds of the title
 */
public record FromMaster(long frames, Rational durationSeconds) {}
