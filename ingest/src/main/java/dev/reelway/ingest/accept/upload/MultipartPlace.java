package dev.reelway.ingest.accept.upload;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.ingest.accept.upload.UploadRefusal.Reason;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Uploads straight to the store, for clusters: no byte of a master passes through us. */
public final class MultipartPlace implements UploadPlace {

  private static final Duration URLS_VALID_FOR = Duration.ofHours(1);
  private static final long SMALLEST_PART_BYTES = 16L << 20;
  private static final long MOST_PARTS = 10_000;
  private static final long STEP_BYTES = 1L << 20;

  private final PartStore parts;

  /** Uploads to {@code parts}. */
  public MultipartPlace(PartStore parts) {
    this.parts = parts;
  }

  @Override
  public String kind() {
    return "multipart";
  }

  // Whether the bucket is in the host's name is for the store's client to decide: ask it.
  @Override
  public Optional<URI> origin() {
    String key = StorageLayout.masterKey("none", "none");
    return Optional.of(parts.presign(key, "none", 1, URLS_VALID_FOR));
  }

  @Override
  public UploadRecord open(UploadRecord upload) {
    return upload.at(parts.begin(key(upload)), partSize(upload.sizeBytes()));
  }

  /** Large enough that 10,000 parts, which is as many as S3 takes, do. */
  static long partSize(long sizeBytes) {
    long needed = (sizeBytes + MOST_PARTS - 1) / MOST_PARTS;
    long whole = (needed + STEP_BYTES - 1) / STEP_BYTES * STEP_BYTES;
    return Math.max(SMALLEST_PART_BYTES, whole);
  }

  /** Where to put each of the parts, by number. */
  public Map<String, URI> urls(UploadRecord upload, List<Integer> numbers) {
    if (upload.complete()) {
      throw new UploadRefusal(Reason.OVER, "The upload is whole already.");
    }
    long last = (upload.sizeBytes() + upload.partSizeBytes() - 1) / upload.partSizeBytes();
    Map<String, URI> urls = new TreeMap<>();
    for (int number : numbers) {
      if (number < 1 || number > last) {
        throw new ReelwayException(
            FailureKind.REQUEST_INVALID,
            "There is no part %d; the parts are 1 to %d.".formatted(number, last));
      }
      urls.put(
          Integer.toString(number),
          parts.presign(key(upload), upload.placeId(), number, URLS_VALID_FOR));
    }
    return urls;
  }

  @Override
  public Received received(UploadRecord upload) {
    if (upload.complete() || parts.exists(key(upload))) {
      return new Received(upload.sizeBytes(), List.of());
    }
    List<PartStore.StoredPart> stored = parts.parts(key(upload), upload.placeId());
    return new Received(
        stored.stream().mapToLong(PartStore.StoredPart::sizeBytes).sum(),
        stored.stream().map(part -> new Part(part.number(), part.etag())).toList());
  }

  @Override
  public String finish(UploadRecord upload, List<Part> wanted) {
    String key = key(upload);
    if (!parts.exists(key)) {
      List<PartStore.StoredPart> stored = parts.parts(key, upload.placeId());
      long bytes = stored.stream().mapToLong(PartStore.StoredPart::sizeBytes).sum();
      if (bytes != upload.sizeBytes()) {
        throw new UploadRefusal(
            Reason.INCOMPLETE, "%d of %d bytes have come.".formatted(bytes, upload.sizeBytes()));
      }
      List<Part> there = stored.stream().map(p -> new Part(p.number(), p.etag())).toList();
      parts.complete(key, upload.placeId(), wanted.isEmpty() ? there : wanted);
    }
    return parts.address(key);
  }

  @Override
  public void discard(UploadRecord upload) {
    parts.abort(key(upload), upload.placeId());
  }

  @Override
  public Optional<Long> lastMillis(UploadRecord upload) {
    return Optional.empty();
  }

  private static String key(UploadRecord upload) {
    return StorageLayout.masterKey(upload.titleId(), upload.uploadId());
  }
}
