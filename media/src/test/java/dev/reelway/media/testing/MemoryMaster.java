package dev.reelway.media.testing;

import dev.reelway.contracts.master.MasterBytes;
import java.nio.ByteBuffer;

/** A master on the heap that counts what is read of it. */
public final class MemoryMaster implements MasterBytes {

  private final byte[] bytes;
  private long bytesRead;

  /** A master with these bytes, which are not copied. */
  public MemoryMaster(byte[] bytes) {
    this.bytes = bytes;
  }

  @Override
  public long sizeBytes() {
    return bytes.length;
  }

  @Override
  public int read(long position, ByteBuffer target) {
    int count = (int) Math.max(0, Math.min(target.remaining(), bytes.length - position));
    target.put(bytes, (int) position, count);
    bytesRead += count;
    return count;
  }

  /** How many bytes have been read so far. */
  public long bytesRead() {
    return bytesRead;
  }

  @Override
  public void close() {}
}
