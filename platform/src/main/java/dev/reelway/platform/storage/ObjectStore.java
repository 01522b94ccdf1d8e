package dev.reelway.platform.storage;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where bytes lie, with the semantics that S3 has and a file system does not: a put is seen whole
 * or not at all, there is no rename and no append, and a put may depend on what is there.
 *
 * <p>Keys are checked by {@link ObjectKeys}. All methods may be called from any thread. They throw
 * {@link dev.reelway.contracts.failure.ReelwayException} with {@code STORAGE_FULL}, {@code
 * STORAGE_UNAVAILABLE} or, for a key that no layout builds, {@code INVARIANT_BROKEN}.
 */
public interface ObjectStore extends AutoCloseable {

  /**
   * Puts a whole object.
   *
   * @return what is stored now, or empty if the condition of {@code options} did not hold; then
   *     nothing was changed (S3 answers 412 Precondition Failed)
   */
  Optional<ObjectInfo> put(String key, ObjectBody body, PutOptions options);

  /** What is stored under {@code key}, without its bytes. */
  Optional<ObjectInfo> head(String key);

  /** Opens an object from its first byte; the caller closes it. Info and bytes belong together. */
  Optional<StoredObject> get(String key);

  /**
   * Reads from {@code offset} until {@code target} is full or the object ends.
   *
   * @return how many bytes were read, -1 if {@code offset} is at or behind the end
   * @throws dev.reelway.contracts.failure.ReelwayException also when there is no such object: who
   *     reads ranges has been told that it exists
   */
  int read(String key, long offset, ByteBuffer target);

  /**
   * As {@link #read}, but only of the very object that {@code expected} tells of.
   *
   * @return how many bytes were read, -1 at the end, or empty if the object was replaced or removed
   */
  default OptionalInt readSame(ObjectInfo expected, long offset, ByteBuffer target) {
    if (!head(expected.key()).equals(Optional.of(expected))) {
      return OptionalInt.empty();
    }
    int count = read(expected.key(), offset, target);
    return head(expected.key()).equals(Optional.of(expected))
        ? OptionalInt.of(count)
        : OptionalInt.empty();
  }

  /** Removes an object; one that is not there is fine. */
  void delete(String key);

  /**
   * All objects whose key starts with {@code prefix}, by key in the order of UTF-16 units. For
   * sweeps and tests; nothing that decides what happens next may depend on it.
   */
  List<ListedObject> list(String prefix);

  /** Releases connections and handles. */
  @Override
  void close();
}
