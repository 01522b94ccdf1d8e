package dev.reelway.ingest.accept;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Masters that exist because a test says so. */
public final class FakeMasters implements MasterLookup {

  private final Map<String, Found> masters = new ConcurrentHashMap<>();

  /** Puts a master. */
  public void put(String address, String etag) {
    masters.put(address, new Found(etag, 1_000));
  }

  @Override
  public Found find(String address) {
    Found found = masters.get(address);
    if (found == null) {
      throw new ReelwayException(
          FailureKind.MASTER_NOT_FOUND, "There is no master at " + address + ".");
    }
    return found;
  }
}
