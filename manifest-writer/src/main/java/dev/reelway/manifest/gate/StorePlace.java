package dev.reelway.manifest.gate;

import dev.reelway.conformance.place.Place;
import dev.reelway.conformance.place.Resource;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.platform.storage.ListedObject;
import dev.reelway.platform.storage.ObjectStore;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A package in an object store.
 *
 * @param store keys count from the package
 * @param address as people write it
 */
public record StorePlace(ObjectStore store, String address) implements Place {

  @Override
  public Optional<Resource> open(String path) throws IOException {
    try {
      return store
          .head(path)
          .map(
              info ->
                  new StoredResource(
                      store,
                      info.key(),
                      info.sizeBytes(),
                      Map.of("content-type", info.contentType())));
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
}
