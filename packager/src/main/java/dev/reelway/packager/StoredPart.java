package dev.reelway.packager;

import dev.reelway.contracts.work.EncodedTrackPart;
import dev.reelway.isobmff.read.ByteSource;
import dev.reelway.platform.storage.ObjectStore;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** An encoded part in the object store, read by ranges. */
final class StoredPart implements ByteSource {

  private final ObjectStore store;
  private final EncodedTrackPart part;

  StoredPart(ObjectStore store, EncodedTrackPart part) {
    this.store = store;
    this.part = part;
  }

  @Override
  public long sizeBytes() {
    return part.sizeBytes();
  }

  @Override
  public byte[] read(long offset, int length) throws IOException {
    return read(new byte[0], offset, length);
  }

  /** The bytes of {@code prefix}, then {@code length} bytes of the object from {@code offset}. */
  byte[] read(byte[] prefix, long offset, int length) throws IOException {
    byte[] bytes = Arrays.copyOf(prefix, prefix.length + length);
    ByteBuffer target = ByteBuffer.wrap(bytes, prefix.length, length);
    if (store.read(part.objectKey(), offset, target) < length) {
      throw new EOFException("ends inside " + length + " bytes at " + offset);
    }
    return bytes;
  }
}
