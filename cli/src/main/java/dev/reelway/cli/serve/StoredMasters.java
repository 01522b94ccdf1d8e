package dev.reelway.cli.serve;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.embedded.EmbeddedS3;
import dev.reelway.ingest.accept.upload.UploadedMasters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Moves whole uploads into the embedded object store, which lies on the same disk. */
final class StoredMasters implements UploadedMasters {

  private final Path bucket;

  StoredMasters(EmbeddedS3 store) {
    this.bucket = store.bucketFolder(Installation.BUCKET);
  }

  @Override
  public String take(Path file, String titleId, String uploadId) {
    String key = StorageLayout.masterKey(titleId, uploadId);
    Path target = bucket.resolve(key);
    try {
      Files.createDirectories(target.getParent());
      Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
      return address(key);
    } catch (IOException e) {
      throw new ReelwayException(
          FailureKind.STORAGE_UNAVAILABLE,
          "The upload cannot be moved to " + target + ": " + e.getMessage() + ".",
          e);
    }
  }

  @Override
  public Optional<String> taken(String titleId, String uploadId) {
    String key = StorageLayout.masterKey(titleId, uploadId);
    return Files.exists(bucket.resolve(key)) ? Optional.of(address(key)) : Optional.empty();
  }

  private static String address(String key) {
    return "s3://" + Installation.BUCKET + "/" + key;
  }
}
