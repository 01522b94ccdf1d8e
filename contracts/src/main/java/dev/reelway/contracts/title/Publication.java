package dev.reelway.contracts.title;

/**
 * The version of a title that the public path points to.
 *
 * @param version from 1
 * @param planHash the plan it was made from
 * @param hlsKey object key of the public multivariant playlist
 * @param dashKey object key of the public MPD
 */
public record Publication(int version, String planHash, String hlsKey, String dashKey) {}
