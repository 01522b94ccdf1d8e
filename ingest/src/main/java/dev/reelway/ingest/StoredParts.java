package dev.reelway.ingest;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.ingest.accept.upload.PartStore;
import dev.reelway.ingest.accept.upload.UploadPlace;
import dev.reelway.platform.config.StorageConfig;
import dev.reelway.platform.storage.MultipartUploads;
import dev.reelway.platform.storage.ObjectStore;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Uploads that clients send straight to our bucket. */
final class StoredParts implements PartStore, AutoCloseable {

  private static final String MEDIA_TYPE = "application/octet-stream";

  private final MultipartUploads uploads;
  private final ObjectStore store;
  private final String bucket;

  StoredParts(StorageConfig config, ObjectStore store) {
    this.uploads = new MultipartUploads(config);
    this.store = store;
    this.bucket = config.bucket();
  }

  @Override
  public String begin(String key) {
    return uploads.create(key, MEDIA_TYPE);
  }

  @Override
  public URI presign(String key, String multipartId, int number, Duration validFor) {
    return uploads.partUrls(key, multipartId, List.of(number), validFor).get(number);
  }

  @Override
  public List<StoredPart> parts(String key, String multipartId) {
    return uploads.parts(key, multipartId).orElse(List.of()).stream()
        .map(part -> new StoredPart(part.number(), part.etag(), part.sizeBytes()))
        .toList();
  }

  @Override
  public void complete(String key, String multipartId, List<UploadPlace.Part> parts) {
    List<MultipartUploads.Part> named =
        parts.stream()
            .map(part -> new MultipartUploads.Part(part.number(), part.etag(), 0))
            .toList();
    if (uploads.complete(key, multipartId, named).isEmpty()) {
      throw new ReelwayException(
          FailureKind.REQUEST_INVALID,
          "The parts do not make a whole upload: some are missing or have another ETag.");
    }
  }

  @Override
  public void abort(String key, String multipartId) {
    uploads.abort(key, multipartId);
  }

  @Override
  public boolean exists(String key) {
    return store.head(key).isPresent();
  }

  @Override
  public String address(String key) {
    return "s3://" + bucket + "/" + key;
  }

  /** Aborts uploads that were begun before {@code time}; returns how many. */
  int abortBegunBefore(Instant time) {
    List<MultipartUploads.Unfinished> stale = uploads.begunBefore(time);
    stale.forEach(upload -> uploads.abort(upload.key(), upload.uploadId()));
    return stale.size();
  }

  @Override
  public void close() {
    uploads.close();
  }
}
