package dev.reelway.ingest.accept.upload;

import dev.reelway.ingest.accept.SubmitForm;
import java.util.Optional;

/**
 * What is about to be uploaded: the JSON of {@code POST /uploads}.
 *
 * @param fileName for people
 * @param sizeBytes of the whole file
 * @param title what to make of it; without source and etag, which come from the upload
 */
public record UploadForm(
    Optional<String> fileName, Optional<Long> sizeBytes, Optional<SubmitForm> title) {}
