package dev.reelway.manifest.publish;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.platform.storage.ObjectBody;
import dev.reelway.platform.storage.ObjectInfo;
import dev.reelway.platform.storage.ObjectStore;
import dev.reelway.platform.storage.PutOptions;
import java.util.Optional;

/** A store whose connection breaks at one put, before or after the object is there. */
public final class FailingObjectStore extends ForwardingObjectStore {

  private final boolean afterThePut;
  private int putsLeft;

  /**
   * A store over another.
   *
   * @param goodPuts how many puts succeed
   * @param afterThePut whether the failing one has arrived all the same
   */
  public FailingObjectStore(ObjectStore store, int goodPuts, boolean afterThePut) {
    super(store);
    this.putsLeft = goodPuts;
    this.afterThePut = afterThePut;
  }

  @Override
  public Optional<ObjectInfo> put(String key, ObjectBody body, PutOptions options) {
    if (putsLeft-- > 0) {
      return super.put(key, body, options);
    }
    if (afterThePut) {
      super.put(key, body, options);
    }
    throw new ReelwayException(FailureKind.STORAGE_UNAVAILABLE, "The connection broke.");
  }
}
