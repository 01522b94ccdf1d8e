package dev.reelway.platform.storage;

/**
 * What a store knows of an object.
 *
 * @param key its key
 * @param sizeBytes its length
 * @param etag opaque; another one means other bytes. Only to be handed back in {@link
 *     PutOptions#ifMatch}
 * @param contentType its media type, as put or, where a store keeps no metadata, by its name
 * @param stamp opaque; while it is the same, the object was not put again. {@link ListedObject} has
 *     the same one. Empty just after a put, where a store does not tell
 */
public record ObjectInfo(
    String key, long sizeBytes, String etag, String contentType, String stamp) {}
