package dev.reelway.cli.verify;

import dev.reelway.conformance.place.Place;
import dev.reelway.conformance.place.Resource;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.platform.storage.ListedObject;
import dev.reelway.platform.storage.ObjectInfo;
import dev.reelway.platform.storage.ObjectStore;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A package in an object store.
 *
 * @param store keys count from the package
 * @param address as people write it
 */
record StorePlace(ObjectStore store, String address) implements Place {

  @Override
  public Optional<Resource> open(String path) throws IOException {
    try {
      return store.head(path).map(info -> new StoredResource(store, info));
    } catch (ReelwayException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  @Override
  public Optional<List<String>> list() throws IOException {
    try {
      return Optional.of(store.list("").stream().map(ListedObject::key).sorted().toList());
    } catch (ReelwayException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private record StoredResource(ObjectStore store, ObjectInfo info) implements Resource {
    @Override
    public Map<String, String> headers() {
      return Map.of("content-type", info.contentType());
    }

    @Override
    public long sizeBytes() {
      return info.sizeBytes();
    }

    @Override
    public byte[] read(long offset, int length) throws IOException {
      ByteBuffer target = ByteBuffer.allocate(length);
      try {
        while (target.hasRemaining()) {
          if (store.read(info.key(), offset + target.position(), target) < 0) {
            throw new EOFException(info.key() + " ends at byte " + (offset + target.position()));
          }
        }
      } catch (ReelwayException e) {
        throw new IOException(e.getMessage(), e);
      }
      return target.array();
    }
  }
}
