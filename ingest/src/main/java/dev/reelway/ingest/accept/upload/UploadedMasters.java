package dev.reelway.ingest.accept.upload;

import java.nio.file.Path;
import java.util.Optional;

/** Takes whole uploads into the store. */
public interface UploadedMasters {

  /**
   * Moves a file into the store, without a second copy where that is possible.
   *
   * @return the master's address
   */
  String take(Path file, String titleId, String uploadId);

  /** The address of a master that was taken before, when a node died right after that. */
  Optional<String> taken(String titleId, String uploadId);
}
