package dev.reelway.contracts.master;

import java.util.Optional;

/**
 * A file beside the master that gives the title more sound or text tracks.
 *
 * @param source its address: {@code s3://bucket/key}, or {@code file:///path} where the server
 *     allows it; a path for a one-off encode
 * @param etag its etag when it was submitted, empty if unknown: another one later is another file
 * @param language BCP 47 tag or ISO 639-2 code, against what the file says
 * @param role what its tracks are for
 * @param name for people
 */
public record Sidecar(
    String source,
    String etag,
    Optional<String> language,
    Optional<TrackRole> role,
    Optional<String> name) {}
