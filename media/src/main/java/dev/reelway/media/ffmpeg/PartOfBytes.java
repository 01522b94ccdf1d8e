package dev.reelway.media.ffmpeg;

import dev.reelway.contracts.master.MasterBytes;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * A stretch of other bytes, as a file of its own.
 *
 * @param from first byte
 * @param sizeBytes how many there are
 */
record PartOfBytes(MasterBytes whole, long from, long sizeBytes) implements MasterBytes {

  @Override
  public int read(long position, ByteBuffer target) throws IOException {
    long left = sizeBytes - position;
    if (left <= 0) {
      return 0;
    }
    int limit = target.limit();
    target.limit(target.position() + (int) Math.min(target.remaining(), left));
    try {
      return whole.read(from + position, target);
    } finally {
      target.limit(limit);
    }
  }

  /** The whole stays open. */
  @Override
  public void close() {}
}
