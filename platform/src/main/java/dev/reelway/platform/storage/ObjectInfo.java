package dev.reelway.platform.storage;

/**
 * What a store knows of an object.
 *
 * @param key its key
 * @param sizeBytes its length
 * @param etag opaque; another one means other bytes. Only to be handed back in {@link
 *     PutOptions#ifMatch}
 * @param contentType its media type, as put or, where a store keeps no metadata, by its name
 */
public record ObjectInfo(String key, long sizeBytes, String etag, String contentType) {}
