package dev.reelway.manifest.publish;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.contracts.title.PosterTrack;
import dev.reelway.platform.storage.ObjectBody;
import dev.reelway.platform.storage.ObjectStore;
import dev.reelway.platform.storage.PutOptions;
import dev.reelway.platform.storage.StoredObject;

/** The picture that stands for a title, at an address that stays the same. */
public final class PublicPoster {

  private final ObjectStore store;
  private final StorageLayout layout;

  /** The poster of the title of {@code layout}. */
  public PublicPoster(ObjectStore store, StorageLayout layout) {
    this.store = store;
    this.layout = layout;
  }

  /** The chosen picture of {@code track}. */
  byte[] read(PosterTrack track) {
    String key = layout.tileKey(track.id(), track.chosen());
    try (StoredObject object = store.get(key).orElseThrow(() -> gone(key))) {
      return object.readAllBytes();
    }
  }

  private static ReelwayException gone(String key) {
    return new ReelwayException(
        FailureKind.STORAGE_UNAVAILABLE, "The object '" + key + "' was there and is gone.");
  }

  /** Makes {@code jpeg} the poster. */
  public void put(byte[] jpeg) {
    String key = layout.publicPosterKey();
    store.put(key, ObjectBody.ofBytes(jpeg), PutOptions.forKey(key).cached(PutOptions.BRIEFLY));
  }

  void delete() {
    store.delete(layout.publicPosterKey());
  }
}
