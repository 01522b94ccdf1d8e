package dev.reelway.platform.storage;

import dev.reelway.contracts.master.MasterBytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A master in a file of this machine. One that is replaced stays readable as it was. */
final class LocalMaster implements MasterBytes {

  private final FileChannel channel;

  LocalMaster(Path file) throws IOException {
    channel = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
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
