package dev.reelway.platform.storage;

import java.io.IOException;
import java.io.InputStream;

/**
 * An open object.
 *
 * @param info what it is
 * @param stamp opaque, that of {@link ListedObject}: while a listing tells the same one, the object
 *     was not put again
 * @param stream its bytes from the first
 */
public record StoredObject(ObjectInfo info, String stamp, InputStream stream)
    implements AutoCloseable {

  /** All bytes; for small objects such as manifests and plans. */
  public byte[] readAllBytes() {
    try {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw StorageFailures.unavailable("read", info.key(), e);
    }
  }

  @Override
  public void close() {
    try {
      stream.close();
    } catch (IOException e) {
      throw StorageFailures.unavailable("close", info.key(), e);
    }
  }
}
