package dev.reelway.cli.client.upload;

import java.util.List;
import java.util.Optional;

/**
 * An upload as the server tells of it.
 *
 * @param uploadId names it
 * @param kind how the bytes are sent
 * @param url where they go, for {@code TUS}; may lack the host
 * @param partSizeBytes length of all parts but the last; 0 for {@code TUS}
 * @param titleId the title that the master becomes
 * @param parts those that are there, for {@code MULTIPART}
 * @param complete whether the title was submitted, or the sidecar has its address
 * @param source address of a complete sidecar
 */
record Upload(
    String uploadId,
    String kind,
    Optional<String> url,
    Optional<Long> partSizeBytes,
    String titleId,
    Optional<List<Part>> parts,
    Optional<Boolean> complete,
    Optional<String> source) {

  /** Bytes go to the server, from where it says (tus 1.0). */
  static final String TUS = "tus";

  /** Bytes go straight to the object store in numbered parts. */
  static final String MULTIPART = "multipart";

  /**
   * A part that is there.
   *
   * @param number from 1
   * @param etag the store's name for its bytes
   */
  record Part(int number, String etag) {}
}
