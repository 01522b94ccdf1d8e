package dev.reelway.cli.client.upload;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Objects;
import java.util.function.LongConsumer;

/**
 * A stretch of a file. It owns nothing, so that a request that breaks leaves nothing open: the HTTP
 * client does not close what it reads from then.
 */
final class Piece extends InputStream {

  private final FileChannel channel;
  private final long end;
  private final LongConsumer read;
  private long position;

  Piece(FileChannel channel, long from, long lengthBytes, LongConsumer read) {
    this.channel = channel;
    this.position = from;
    this.end = from + lengthBytes;
    this.read = read;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    if (length == 0) {
      return 0;
    }
    if (position >= end) {
      return -1;
    }
    int most = (int) Math.min(length, end - position);
    int count = channel.read(ByteBuffer.wrap(bytes, offset, most), position);
    if (count < 0) {
      throw new EOFException("The file got shorter.");
    }
    position += count;
    read.accept(count);
    return count;
  }

  @Override
  public int available() {
    return (int) Math.min(Integer.MAX_VALUE, end - position);
  }
}
