package dev.reelway.conformance.track;

import dev.reelway.conformance.place.Location;
import dev.reelway.conformance.rule.Where;
import java.io.IOException;
import java.util.Optional;

/** Brings bytes of the package. */
@FunctionalInterface
public interface Fetcher {

  /**
   * Brings the bytes; empty if they are not there, which is noted.
   *
   * @throws IOException if the place does not answer
   */
  Optional<byte[]> fetch(Location location, Where where) throws IOException;
}
