package dev.reelway.platform.storage;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.platform.config.StorageConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * From where masters may come. A server opens what strangers name, so it opens only what it was
 * told to; a command opens what its own user may read.
 */
final class AllowedMasters {

  /** Ours, and not media: nobody may have them encoded and read them that way. */
  private static final List<String> OWN_PREFIXES =
      List.of(StorageLayout.JOBS_PREFIX, StorageLayout.SYSTEM_PREFIX, "work/", "titles/");

  private final StorageConfig config;
  private final boolean anywhere;

  AllowedMasters(StorageConfig config, boolean anywhere) {
    this.config = config;
    this.anywhere = anywhere;
  }

  void checkObject(String bucket, String key) {
    boolean own = bucket.equals(config.bucket());
    if (anywhere || config.masterBuckets().contains(bucket)) {
      return;
    }
    if (!own) {
      throw refused("Masters may not be taken from the bucket '" + bucket + "'.");
    }
    if (OWN_PREFIXES.stream().anyMatch(key::startsWith)) {
      throw refused("The object '" + key + "' is not a master.");
    }
  }

  /** The file itself, behind all links. */
  Path checkFile(Path file) {
    Path real;
    try {
      real = file.toRealPath();
    } catch (IOException e) {
      throw anywhere || isBelowAllowed(file.normalize()) ? missing(file) : notAllowed(file);
    }
    if (!anywhere && !isBelowAllowed(real)) {
      throw notAllowed(file);
    }
    return real;
  }

  private boolean isBelowAllowed(Path file) {
    return config.masterFolders().stream().anyMatch(folder -> file.startsWith(real(folder)));
  }

  private static Path real(Path folder) {
    try {
      return folder.toRealPath();
    } catch (IOException e) {
      return folder.toAbsolutePath().normalize(); // nothing can lie below it
    }
  }

  static ReelwayException missing(Path file) {
    return refused("There is no file " + file + ".");
  }

  private static ReelwayException notAllowed(Path file) {
    return refused("Masters may not be taken from " + file + ".");
  }

  private static ReelwayException refused(String sentence) {
    return new ReelwayException(FailureKind.MASTER_NOT_FOUND, sentence);
  }
}
