package dev.reelway.ingest.accept.upload;

import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.platform.json.Json;
import dev.reelway.platform.storage.ObjectBody;
import dev.reelway.platform.storage.ObjectStore;
import dev.reelway.platform.storage.PutOptions;
import dev.reelway.platform.storage.StoredObject;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The documents of uploads under way. */
final class UploadRecords {

  private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

  private final ObjectStore store;

  UploadRecords(ObjectStore store) {
    this.store = store;
  }

  void put(UploadRecord upload) {
    String key = StorageLayout.uploadKey(upload.uploadId());
    store.put(key, ObjectBody.ofBytes(Json.writePretty(upload)), PutOptions.forKey(key));
  }

  Optional<UploadRecord> find(String uploadId) {
    return ID.matcher(uploadId).matches()
        ? read(StorageLayout.uploadKey(uploadId))
        : Optional.empty();
  }

  List<UploadRecord> list() {
    return store.list(StorageLayout.UPLOADS_PREFIX).stream()
        .flatMap(object -> read(object.key()).stream())
        .toList();
  }

  void delete(String uploadId) {
    store.delete(StorageLayout.uploadKey(uploadId));
  }

  private Optional<UploadRecord> read(String key) {
    Optional<StoredObject> found = store.get(key);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    try (StoredObject object = found.get()) {
      return Optional.of(Json.read(object.readAllBytes(), UploadRecord.class, key));
    }
  }
}
