package dev.reelway.platform.storage;

import dev.reelway.platform.config.StorageConfig;

final class S3ObjectStoreTest extends ObjectStoreContract {

  private final StorageConfig config = S3Server.newBucket();

  @Override
  ObjectStore open() {
    return ObjectStores.open(config);
  }
}
