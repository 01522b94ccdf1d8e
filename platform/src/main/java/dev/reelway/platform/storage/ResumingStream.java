package dev.reelway.platform.storage;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/**
 * The bytes of an object. A connection that breaks is taken up where it broke, for the same object;
 * one that was replaced meanwhile cannot be read on.
 */
final class ResumingStream extends InputStream {

  private static final int MOST_BREAKS = 3;

  /** Opens the object again. */
  interface Opener {
    ResponseInputStream<GetObjectResponse> from(long offset);
  }

  private final Opener opener;
  private final long sizeBytes;
  private ResponseInputStream<GetObjectResponse> current;
  private long position;
  private int breaks;

  ResumingStream(ResponseInputStream<GetObjectResponse> first, Opener opener) {
    this.current = first;
    this.opener = opener;
    this.sizeBytes = first.response().contentLength();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (true) {
      try {
        int count = current.read(target, from, length);
        if (count < 0 && position < sizeBytes) {
          throw new EOFException("the answer ended " + (sizeBytes - position) + " bytes early");
        }
        position += Math.max(0, count);
        return count;
      } catch (IOException e) {
        resume(e);
      } catch (SdkException e) {
        throw new IOException(e.getMessage(), e); // such as a checksum that does not fit
      }
    }
  }

  private void resume(IOException broken) throws IOException {
    current.abort();
    if (++breaks > MOST_BREAKS || position == sizeBytes || Thread.currentThread().isInterrupted()) {
      throw broken;
    }
    try {
      current = opener.from(position);
    } catch (SdkException e) {
      e.addSuppressed(broken);
      throw new IOException("it could not be read on: " + e.getMessage(), e);
    }
  }

  /** Whatever was not read is not fetched either. */
  @Override
  public void close() throws IOException {
    if (position < sizeBytes) {
      current.abort();
    } else {
      current.close();
    }
  }
}
