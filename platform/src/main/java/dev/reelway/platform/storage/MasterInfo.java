package dev.reelway.platform.storage;

/**
 * What is known of a master before it is read.
 *
 * @param etag another one means another master
 * @param sizeBytes its length
 */
public record MasterInfo(String etag, long sizeBytes) {}
