package dev.reelway.cli.verify;

import dev.reelway.conformance.place.Place;
import dev.reelway.conformance.place.Resource;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A place of which one manifest counts: what else lies there may belong to others, and is not left
 * over.
 */
record Unlisted(Place place) implements Place {

  @Override
  public String address() {
    return place.address();
  }

  @Override
  public Optional<Resource> open(String path) throws IOException {
    return place.open(path);
  }

  @Override
  public boolean isWebServer() {
    return place.isWebServer();
  }

  @Override
  public Optional<List<String>> list() {
    return Optional.empty();
  }
}
