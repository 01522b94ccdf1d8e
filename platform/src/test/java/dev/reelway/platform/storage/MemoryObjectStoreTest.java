package dev.reelway.platform.storage;

final class MemoryObjectStoreTest extends ObjectStoreContract {

  @Override
  ObjectStore open() {
    return new MemoryObjectStore();
  }
}
