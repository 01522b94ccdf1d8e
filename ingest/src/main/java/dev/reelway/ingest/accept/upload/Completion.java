package dev.reelway.ingest.accept.upload;

import dev.reelway.ingest.accept.Accepted;
import java.util.Optional;

/**
 * What became of a whole upload.
 *
 * @param upload as it is known now
 * @param accepted the title of a master; empty for a sidecar
 */
public record Completion(UploadRecord upload, Optional<Accepted> accepted) {}
