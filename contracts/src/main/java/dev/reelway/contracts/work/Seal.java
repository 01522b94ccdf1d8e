package dev.reelway.contracts.work;

/**
 * What an object was when it was read back from storage, right after it was put.
 *
 * @param sha256 of its bytes
 * @param stamp of the store: while it is the same, so are the bytes; if it is another, only the
 *     hash can tell
 */
public record Seal(String sha256, String stamp) {}
