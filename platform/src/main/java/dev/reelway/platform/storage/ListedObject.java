package dev.reelway.platform.storage;

import java.time.Instant;

/**
 * One line of a listing.
 *
 * @param key its key
 * @param sizeBytes its length
 * @param lastModified when it was put, by the store's clock
 * @param stamp opaque, that of {@link StoredObject}; costs no look at the object
 */
public record ListedObject(String key, long sizeBytes, Instant lastModified, String stamp) {}
