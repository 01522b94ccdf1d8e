package dev.reelway.isobmff.read;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;

/** Bytes that can be read at any place: a file, an object in a store, an array. */
public interface ByteSource {
  /** Returns the number of bytes. */
  long sizeBytes() throws IOException;

  /**
   * Reads exactly {@code length} bytes from {@code offset} on.
   *
   * @throws EOFException if the source ends before
   */
  byte[] read(long offset, int length) throws IOException;

  /** Reads from a channel, whose position moves; closing it stays with the caller. */
  static ByteSource of(SeekableByteChannel channel) {
    return new ByteSource() {
      @Override
      public long sizeBytes() throws IOException {
        return channel.size();
      }

      @Override
      public byte[] read(long offset, int length) throws IOException {
        ByteBuffer target = ByteBuffer.allocate(length);
        channel.position(offset);
        while (target.hasRemaining()) {
          if (channel.read(target) < 0) {
            throw new EOFException("ends at byte " + (offset + target.position()));
          }
        }
        return target.array();
      }
    };
  }

  /** Reads from an array, which is not copied. */
  static ByteSource of(byte[] bytes) {
    return new ByteSource() {
      @Override
      public long sizeBytes() {
        return bytes.length;
      }

      @Override
      public byte[] read(long offset, int length) throws IOException {
        if (offset + length > bytes.length) {
          throw new EOFException("ends at byte " + bytes.length);
        }
        return Arrays.copyOfRange(bytes, (int) offset, (int) offset + length);
      }
    };
  }
}
