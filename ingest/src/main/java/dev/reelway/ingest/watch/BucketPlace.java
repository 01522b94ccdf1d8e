package dev.reelway.ingest.watch;

import dev.reelway.platform.storage.ObjectStore;
import dev.reelway.platform.storage.StoredObject;
import java.util.List;
import java.util.Optional;

/**
 * A prefix of a bucket.
 *
 * @param store the bucket
 * @param folder which prefix
 */
record BucketPlace(ObjectStore store, WatchFolder folder) implements WatchPlace {

  @Override
  public List<WatchedFile> list(String prefix) {
    return store.list(folder.prefix() + prefix).stream()
        .map(
            object ->
                new WatchedFile(
                    object.key().substring(folder.prefix().length()),
                    object.sizeBytes(),
                    object.lastModified()))
        .toList();
  }

  @Override
  public Optional<byte[]> read(WatchedFile file) {
    Optional<StoredObject> found = store.get(folder.prefix() + file.name());
    if (found.isEmpty()) {
      return Optional.empty();
    }
    try (StoredObject object = found.get()) {
      return Optional.of(object.readAllBytes());
    }
  }

  @Override
  public String address(String name) {
    return folder.address() + name;
  }
}
