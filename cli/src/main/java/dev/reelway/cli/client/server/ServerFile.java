package dev.reelway.cli.client.server;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.platform.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code reelway up} writes so that other commands find it.
 *
 * @param server its address
 * @param key the key that it made
 */
public record ServerFile(String server, String key) {

  private static final String NAME = "server.json";

  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  /** The file of this user, if there is one. */
  public static Optional<ServerFile> read(Environment environment) {
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

  /** Writes the file, for this user's eyes only. */
  public void write(Environment environment) {
    Path folder = environment.configFolder();
    Path path = folder.resolve(NAME);
    try {
      Files.createDirectories(folder);
      Path fresh =
          Files.createTempFile(
              folder, NAME, ".new", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
      Files.write(fresh, Json.writePretty(this));
      Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new ReelwayException(
          FailureKind.USAGE_INVALID, "The file " + path + " cannot be written.", e);
    }
  }

  /** Without the key. */
  @Override
  public String toString() {
    return server;
  }
}
