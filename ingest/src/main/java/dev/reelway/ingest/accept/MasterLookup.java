package dev.reelway.ingest.accept;

/** Looks at a named master without reading it. */
public interface MasterLookup {

  /**
   * What lies at {@code address}.
   *
   * @throws dev.reelway.contracts.failure.ReelwayException {@code MASTER_NOT_FOUND} if nothing
   *     does, or whatever says that the address may not be named
   */
  Found find(String address);

  /** Whether {@code file:///} addresses may be named; clients on this machine ask. */
  default boolean takesLocalPaths() {
    return false;
  }

  /** The same lookup for a server that reads the paths of its own machine. */
  static MasterLookup withLocalPaths(MasterLookup lookup) {
    return new MasterLookup() {
      @Override
      public Found find(String address) {
        return lookup.find(address);
      }

      @Override
      public boolean takesLocalPaths() {
        return true;
      }
    };
  }

  /**
   * A master that is there.
   *
   * @param etag another one means other bytes
   * @param sizeBytes its length
   */
  record Found(String etag, long sizeBytes) {}
}
