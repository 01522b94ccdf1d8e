package dev.reelway.cli.client.server;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.platform.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What {@code reelway up} writes so that other commands find it.
 *
 * @param server its address
 * @param key the key that it made
 */
record ServerFile(String server, String key) {

  private static final String NAME = "server.json";

  /** The file of this user, if there is one. */
  static Optional<ServerFile> read(Environment environment) {
    Path path = environment.configFolder().resolve(NAME);
    try {
      ServerFile file = Json.read(Files.readAllBytes(path), ServerFile.class, path.toString());
      return Optional.of(file).filter(f -> f.server() != null);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException | ReelwayException e) {
      throw new ReelwayException(
          FailureKind.USAGE_INVALID,
          "The file " + path + " cannot be read; remove it, or name a server and a key.",
          e);
    }
  }

  /** Without the key. */
  @Override
  public String toString() {
    return server;
  }
}
