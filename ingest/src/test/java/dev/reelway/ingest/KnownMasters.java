package dev.reelway.ingest;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.ingest.accept.MasterLookup;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Masters that a test says are there. */
public final class KnownMasters implements MasterLookup {

  private final Map<String, String> etags = new ConcurrentHashMap<>();

  public KnownMasters put(String address, String etag) {
    etags.put(address, etag);
    return this;
  }

  @Override
  public Found find(String address) {
    String etag = etags.get(address);
    if (etag == null) {
      throw new ReelwayException(
          FailureKind.MASTER_NOT_FOUND, "There is no master at " + address + ".");
    }
    return new Found(etag, 1000);
  }
}
