package dev.reelway.manifest.gate;

import dev.reelway.conformance.place.Resource;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.platform.storage.ObjectStore;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;

/** An object as a file of a package. */
record StoredResource(ObjectStore store, String key, long sizeBytes, Map<String, String> headers)
    implements Resource {

  @Override
  public byte[] read(long offset, int length) throws IOException {
    ByteBuffer target = ByteBuffer.allocate(length);
    try {
      while (target.hasRemaining()) {
        if (store.read(key, offset + target.position(), target) < 0) {
          throw new EOFException(key + " ends at byte " + (offset + target.position()));
        }
      }
    } catch (ReelwayException e) {
      throw new IOException(e.getMessage(), e);
    }
    return target.array();
  }
}
