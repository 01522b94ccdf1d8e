package dev.reelway.platform.storage;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import software.amazon.awssdk.http.ContentStreamProvider;

/** A stretch of a body, opened anew for every try of a request; never more than one is open. */
final class BodyStreams implements ContentStreamProvider, AutoCloseable {

  private final ObjectBody body;
  private final long offset;
  private final long sizeBytes;
  private InputStream open;

  BodyStreams(ObjectBody body, long offset, long sizeBytes) {
    this.body = body;
    this.offset = offset;
    this.sizeBytes = sizeBytes;
  }

  @Override
  public InputStream newStream() {
    close();
    try {
      open = body.open();
      open.skipNBytes(offset);
      return new Stretch(open, sizeBytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      if (open != null) {
        open.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The next {@code left} bytes of a stream, and an error if they are not there. */
  private static final class Stretch extends FilterInputStream {

    private long left;

    Stretch(InputStream in, long left) {
      super(in);
      this.left = left;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
      if (left == 0) {
        return -1;
      }
      int count = super.read(target, from, (int) Math.min(length, left));
      if (count < 0) {
        throw new IOException("the body ends " + left + " bytes early");
      }
      left -= count;
      return count;
    }

    @Override
    public long skip(long count) throws IOException {
      long skipped = super.skip(Math.min(count, left));
      left -= skipped;
      return skipped;
    }

    @Override
    public boolean markSupported() {
      return false;
    }
  }
}
