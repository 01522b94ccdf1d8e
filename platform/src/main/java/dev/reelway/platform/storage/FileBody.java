package dev.reelway.platform.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file as a body.
 *
 * @param file where it lies
 * @param sizeBytes its length
 * @param move whether the store takes it away
 */
record FileBody(Path file, long sizeBytes, boolean move) implements ObjectBody {

  @Override
  public InputStream open() throws IOException {
    return Files.newInputStream(file);
  }

  @Override
  public Optional<Path> movableFile() {
    return move ? Optional.of(file) : Optional.empty();
  }
}
