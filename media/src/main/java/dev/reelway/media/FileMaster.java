package dev.reelway.media;

import dev.reelway.contracts.master.MasterBytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A master in a local file, read in place. */
public final class FileMaster implements MasterBytes {

  private final FileChannel channel;

  /** Opens {@code file} for reading. */
  public FileMaster(Path file) throws IOException {
    this.channel = FileChannel.open(file, StandardOpenOption.READ);
  }

  @Override
  public long sizeBytes() throws IOException {
    return channel.size();
  }

  @Override
  public int read(long position, ByteBuffer target) throws IOException {
    int total = 0;
    while (target.hasRemaining()) {
      int count = channel.read(target, position + total);
      if (count < 0) {
        return total;
      }
      total += count;
    }
    return total;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
