package dev.reelway.conformance.place;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What a package lies in. Paths are relative to it, separated by {@code /}, decoded, and without
 * {@code .} and {@code ..} (see {@link References}). Safe for several threads.
 */
public interface Place {

  /** Returns the address as people write it, for the verdict. */
  String address();

  /**
   * Opens what lies at the path; empty when nothing does.
   *
   * @throws IOException if the place does not answer, which says nothing about the package
   */
  Optional<Resource> open(String path) throws IOException;

  /** Whether it answers as it does to a player, so that all of its headers can be judged. */
  default boolean isWebServer() {
    return false;
  }

  /** Returns every path, sorted; empty when the place cannot be listed, as a web server. */
  Optional<List<String>> list() throws IOException;
}
