package dev.reelway.cli.serve;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.platform.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The folder in which an embedded installation keeps everything.
 *
 * <pre>
 *  kafka/          the broker's log
 *  store/          the object store, a folder per bucket
 *  uploads/        uploads under way
 *  scratch/        files of running tasks
 *  ingest/         schedules
 *  secrets.json    keys of the object store
 *  reelway.yaml    how other processes join in: reelway worker --config …/reelway.yaml
 * </pre>
 *
 * @param folder the folder
 */
record Installation(Path folder) {

  /** The bucket that everything lies in. */
  static final String BUCKET = "reelway";

  private static final int SECRET_BYTES = 20;

  /** Keys of the object store; made once. */
  record Secrets(String accessKey, String secretKey) {
    /** Without the secret. */
    @Override
    public String toString() {
      return accessKey;
    }
  }

  static Installation open(Path folder) {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new ReelwayException(
          FailureKind.USAGE_INVALID, "The path " + folder + " is a file, not a folder.");
    }
    try {
      return new Installation(Files.createDirectories(folder).toRealPath());
    } catch (IOException e) {
      throw unusable(folder, e);
    }
  }

  Path kafka() {
    return folder.resolve("kafka");
  }

  Path store() {
    return folder.resolve("store");
  }

  Path uploads() {
    return folder.resolve("uploads");
  }

  Path scratch() {
    return folder.resolve("scratch");
  }

  Path ingest() {
    return folder.resolve("ingest");
  }

  Secrets secrets() {
    Path file = folder.resolve("secrets.json");
    try {
      if (!Files.exists(file)) {
        Secrets made = new Secrets("reelway", random());
        write(file, Json.writePretty(made));
      }
      return Json.read(Files.readAllBytes(file), Secrets.class, file.toString());
    } catch (IOException e) {
      throw unusable(folder, e);
    }
  }

  /** Writes the configuration with which other processes join this installation. */
  Path writeConfig(String bootstrapServers, String endpoint, Secrets secrets) {
    Path file = folder.resolve("reelway.yaml");
    String yaml =
        """
        # Written by "reelway up" at each start. Another worker of this installation:
        #   reelway worker --config %s
        kafka:
          bootstrapServers: %s
        storage:
          endpoint: %s
          bucket: %s
          pathStyle: true
          accessKey: %s
          secretKey: %s
          masterFolders: [/]
          publicBaseUrl: %s/%s
        """
            .formatted(
                file,
                bootstrapServers,
                endpoint,
                BUCKET,
                secrets.accessKey(),
                secrets.secretKey(),
                endpoint,
                BUCKET);
    try {
      write(file, yaml.getBytes(StandardCharsets.UTF_8));
      return file;
    } catch (IOException e) {
      throw unusable(folder, e);
    }
  }

  /** Bytes that nothing else on the disk of this folder may take. */
  long freeBytes() {
    try {
      return Files.getFileStore(folder).getUsableSpace();
    } catch (IOException e) {
      throw unusable(folder, e);
    }
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    Path fresh =
        Files.createTempFile(
            file.getParent(),
            file.getFileName().toString(),
            ".new",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.write(fresh, bytes);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static String random() {
    byte[] bytes = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static ReelwayException unusable(Path folder, IOException cause) {
    return new ReelwayException(
        FailureKind.USAGE_INVALID,
        "The folder " + folder + " cannot be used: " + cause.getMessage() + ".",
        cause);
  }
}
