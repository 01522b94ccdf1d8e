package dev.reelway.transcode;

import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.contracts.work.EncodedTrackPart;
import dev.reelway.platform.json.Json;
import dev.reelway.platform.storage.ObjectBody;
import dev.reelway.platform.storage.ObjectStore;
import dev.reelway.platform.storage.PutOptions;
import dev.reelway.platform.storage.StoredObject;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Encoded parts by content key: the transcode cache. A part is there once its record is, which is
 * put after the bytes; so a crash in between costs a second encode and nothing else.
 */
final class PartStore {

  private final ObjectStore store;
  private final StorageLayout layout;

  PartStore(ObjectStore store, StorageLayout layout) {
    this.store = store;
    this.layout = layout;
  }

  /** The part under {@code contentKey}, marked as reused. */
  Optional<EncodedTrackPart> find(String contentKey) {
    String key = layout.chunkRecordKey(contentKey);
    return store.get(key).map(object -> read(object, key)).map(EncodedTrackPart::asReused);
  }

  /** Moves {@code file} in; a part that somebody else put first is as good. */
  void put(String contentKey, Path file, EncodedTrackPart part) {
    store.put(
        part.objectKey(),
        ObjectBody.ofFile(file, true),
        PutOptions.forKey(part.objectKey()).ifAbsent());
    String recordKey = layout.chunkRecordKey(contentKey);
    store.put(recordKey, ObjectBody.ofBytes(Json.write(part)), PutOptions.forKey(recordKey));
  }

  /** Moves a still in, which is told of by the record that is put next. */
  void putStill(String objectKey, Path file) {
    store.put(objectKey, ObjectBody.ofFile(file, true), PutOptions.forKey(objectKey));
  }

  /** Removes a part that turned out to be damaged; its record goes first. */
  void forget(String contentKey) {
    store.delete(layout.chunkRecordKey(contentKey));
    store.delete(layout.chunkKey(contentKey));
  }

  private static EncodedTrackPart read(StoredObject object, String key) {
    try (object) {
      return Json.read(object.readAllBytes(), EncodedTrackPart.class, key);
    }
  }
}
