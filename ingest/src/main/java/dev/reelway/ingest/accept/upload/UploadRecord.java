package dev.reelway.ingest.accept.upload;

import dev.reelway.ingest.accept.SubmitForm;
import java.util.Optional;

/**
 * An upload under way, kept in storage so that any node can go on with it after a restart.
 *
 * @param schema version of this record's JSON form
 * @param uploadId names it
 * @param titleId the title that it becomes, or below whose masters a sidecar lies
 * @param tenant whose it is
 * @param fileName for people
 * @param sizeBytes of the whole file
 * @param purpose a master or a sidecar; records of earlier programs have masters
 * @param title what to make of it
 * @param createdAt ISO 8601
 * @param placeId what the place calls it, may be empty
 * @param partSizeBytes size of every part but the last
 * @param complete whether the title was submitted, or the sidecar has its address
 * @param source where a complete sidecar lies
 */
public record UploadRecord(
    int schema,
    String uploadId,
    String titleId,
    String tenant,
    String fileName,
    long sizeBytes,
    Optional<UploadPurpose> purpose,
    SubmitForm title,
    String createdAt,
    String placeId,
    long partSizeBytes,
    boolean complete,
    Optional<String> source) {

  /** The current JSON form. */
  public static final int SCHEMA = 1;

  UploadRecord at(String place, long partSize) {
    return with(place, partSize, complete, source);
  }

  UploadRecord completed(Optional<String> at) {
    return with(placeId, partSizeBytes, true, at);
  }

  private UploadRecord with(String place, long partSize, boolean whole, Optional<String> at) {
    return new UploadRecord(
        schema, uploadId, titleId, tenant, fileName, sizeBytes, purpose, title, createdAt, place,
        partSize, whole, at);
  }

  /** Whether it is a file beside a master. */
  public boolean isSidecar() {
    return purpose.filter(UploadPurpose.SIDECAR::equals).isPresent();
  }

  /** The form that is submitted once the master lies at {@code source}. */
  SubmitForm submission(String source) {
    return title.withId(titleId).withTenant(tenant).withSource(source);
  }
}
