package dev.reelway.ingest.accept.upload;

import dev.reelway.ingest.accept.SubmitForm;
import java.util.Optional;

/**
 * What is about to be uploaded: the JSON of {@code POST /uploads}.
 *
 * @param fileName for people
 * @param sizeBytes of the whole file
 * @param purpose a master if absent
 * @param title what to make of it; without source and etag, which come from the upload. Of a
 *     sidecar only the id of the title that it belongs to, where that is known, and the tenant
 */
public record UploadForm(
    Optional<String> fileName,
    Optional<Long> sizeBytes,
    Optional<UploadPurpose> purpose,
    Optional<SubmitForm> title) {}
