package dev.reelway.conformance.dash;

import dev.reelway.contracts.time.Rational;
import java.util.Optional;

/**
 * A Representation and what is known of it before its segments are found.
 *
 * @param period its Period
 * @param set its AdaptationSet
 * @param representation its element
 * @param periodStart seconds
 * @param periodDuration seconds, if the MPD tells
 * @param mostSegments how many there may be
 * @param base what references are resolved against; empty if it leads out of the package
 */
record TrackAddress(
    Element period,
    Element set,
    Element representation,
    Rational periodStart,
    Optional<Rational> periodDuration,
    int mostSegments,
    Optional<String> base) {}
