package dev.reelway.platform.storage;

import dev.reelway.platform.config.StorageConfig;

/** Opens the object store that a configuration names. Nothing is asked of it yet. */
public final class ObjectStores {

  private ObjectStores() {}

  /** Our bucket. */
  public static ObjectStore open(StorageConfig config) {
    return open(config, config.bucket());
  }

  /** Another bucket of the same store. */
  public static ObjectStore open(StorageConfig config, String bucket) {
    return new S3ObjectStore(new S3Connection(config), bucket, true);
  }
}
