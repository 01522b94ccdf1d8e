package dev.reelway.contracts.master;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Random access to the bytes of a master, wherever they lie. Implementations are thread-safe. */
public interface MasterBytes extends Closeable {

  /** Length in bytes. */
  long sizeBytes() throws IOException;

  /**
   * Reads at {@code position} until {@code target} is full or the source ends.
   *
   * @return how many bytes were read, 0 only at the end
   */
  int read(long position, ByteBuffer target) throws IOException;

  @Override
  void close() throws IOException;
}
