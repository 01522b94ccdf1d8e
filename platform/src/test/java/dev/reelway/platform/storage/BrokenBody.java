package dev.reelway.platform.storage;

import java.io.IOException;
import java.io.InputStream;

/** A body of {@code sizeBytes} whose stream breaks off after the first one. */
record BrokenBody(long sizeBytes) implements ObjectBody {

  @Override
  public InputStream open() {
    return new InputStream() {
      private boolean begun;

      @Override
      public int read() throws IOException {
        if (begun) {
          throw new IOException("broken off");
        }
        begun = true;
        return 'x';
      }

      @Override
      public int read(byte[] target, int offset, int length) throws IOException {
        target[offset] = (byte) read();
        return 1;
      }
    };
  }
}
