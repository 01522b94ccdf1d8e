package dev.reelway.ingest.accept.upload;

import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.platform.storage.Documents;
import dev.reelway.platform.storage.ObjectStore;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The documents of uploads under way. */
final class UploadRecords {

  private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

  private final ObjectStore store;
  private final Documents documents;

  UploadRecords(ObjectStore store) {
    this.store = store;
    this.documents = new Documents(store);
  }

  void put(UploadRecord upload) {
    documents.put(StorageLayout.uploadKey(upload.uploadId()), upload);
  }

  Optional<UploadRecord> find(String uploadId) {
    return ID.matcher(uploadId).matches()
        ? documents.find(StorageLayout.uploadKey(uploadId), UploadRecord.class)
        : Optional.empty();
  }

  List<UploadRecord> list() {
    return store.list(StorageLayout.UPLOADS_PREFIX).stream()
        .flatMap(object -> documents.find(object.key(), UploadRecord.class).stream())
        .toList();
  }

  void delete(String uploadId) {
    store.delete(StorageLayout.uploadKey(uploadId));
  }
}
