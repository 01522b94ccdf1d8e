package dev.reelway.media.child;

import dev.reelway.contracts.master.MasterBytes;
import java.io.IOException;
import java.nio.ByteBuffer;

/** The master as the child sees it: every byte is asked of the parent. Keeps one block. */
final class ParentBytes implements MasterBytes {

  private final ChildLink link;
  private final long sizeBytes;
  private byte[] block = new byte[0];
  private long blockStart;

  ParentBytes(ChildLink link, long sizeBytes) {
    this.link = link;
    this.sizeBytes = sizeBytes;
  }

  @Override
  public long sizeBytes() {
    return sizeBytes;
  }

  @Override
  public synchronized int read(long position, ByteBuffer target) throws IOException {
    int total = 0;
    while (target.hasRemaining() && position + total < sizeBytes) {
      long at = position + total;
      if (at < blockStart || at >= blockStart + block.length) {
        fetch(at, target.remaining());
        if (block.length == 0) {
          return total;
        }
      }
      int offset = (int) (at - blockStart);
      int count = Math.min(target.remaining(), block.length - offset);
      target.put(block, offset, count);
      total += count;
    }
    return total;
  }

  private void fetch(long position, int wanted) throws IOException {
    block = link.read(position, Math.min(wanted, Wire.MAX_READ_BYTES));
    blockStart = position;
  }

  @Override
  public void close() {}
}
