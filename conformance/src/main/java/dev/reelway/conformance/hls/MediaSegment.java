package dev.reelway.conformance.hls;

import dev.reelway.conformance.place.Location;
import dev.reelway.contracts.time.Rational;
import java.util.Optional;

/**
 * A segment as a media playlist names it.
 *
 * @param line of its URI
 * @param duration EXTINF, seconds
 * @param location of its bytes; empty if the reference leads out of the package
 * @param map the EXT-X-MAP that holds
 * @param discontinuity whether EXT-X-DISCONTINUITY stands before it
 * @param encrypted whether an EXT-X-KEY other than NONE holds
 * @param tiles the EXT-X-TILES that holds
 */
record MediaSegment(
    int line,
    Rational duration,
    Optional<Location> location,
    Optional<Location> map,
    boolean discontinuity,
    boolean encrypted,
    Optional<AttributeList> tiles) {}
