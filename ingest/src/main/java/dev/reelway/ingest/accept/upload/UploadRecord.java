package dev.reelway.ingest.accept.upload;

import dev.reelway.ingest.accept.SubmitForm;

/**
 * An upload under way, kept in storage so that any node can go on with it after a restart.
 *
 * @param schema version of this record's JSON form
 * @param uploadId names it
 * @param titleId the title that it becomes
 * @param tenant whose it is
 * @param fileName for people
 * @param sizeBytes of the whole file
 * @param title what to make of it
 * @param createdAt ISO 8601
 * @param placeId what the place calls it, may be empty
 * @param partSizeBytes size of every part but the last
 * @param complete whether the title was submitted
 */
public record UploadRecord(
    int schema,
    String uploadId,
    String titleId,
    String tenant,
    String fileName,
    long sizeBytes,
    SubmitForm title,
    String createdAt,
    String placeId,
    long partSizeBytes,
    boolean complete) {

  /** The current JSON form. */
  public static final int SCHEMA = 1;

  UploadRecord at(String place, long partSize) {
    return new UploadRecord(
        schema, uploadId, titleId, tenant, fileName, sizeBytes, title, createdAt, place, partSize,
        complete);
  }

  UploadRecord completed() {
    return new UploadRecord(
        schema,
        uploadId,
        titleId,
        tenant,
        fileName,
        sizeBytes,
        title,
        createdAt,
        placeId,
        partSizeBytes,
        true);
  }

  /** The form that is submitted once the master lies at {@code source}. */
  SubmitForm submission(String source) {
    return title.withId(titleId).withTenant(tenant).withSource(source);
  }
}
