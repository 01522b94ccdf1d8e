package dev.reelway.contracts.master;

/**
 * The uploaded file: immutable, identified by its content.
 *
 * @param name the file's own name, for people; never part of an identity
 * @param sizeBytes length in bytes
 * @param sha256 hash of all bytes, 64 lower-case hex digits
 */
public record Master(String name, long sizeBytes, String sha256) {}
