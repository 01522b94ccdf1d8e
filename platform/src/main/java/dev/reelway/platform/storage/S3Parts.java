package dev.reelway.platform.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/** Puts one big object in parts, one after the other; what fails is taken back. */
final class S3Parts {

  private static final long PART_BYTES = 16L << 20;
  private static final int MOST_PARTS = 10_000;

  private final S3Client s3;
  private final String bucket;
  private final String key;

  S3Parts(S3Client s3, String bucket, String key) {
    this.s3 = s3;
    this.bucket = bucket;
    this.key = key;
  }

  /** Gives the ETag of the whole. */
  String put(ObjectBody body, PutOptions options, Map<String, String> metadata) {
    CreateMultipartUploadRequest.Builder create =
        CreateMultipartUploadRequest.builder()
            .bucket(bucket)
            .key(key)
            .metadata(metadata)
            .contentType(options.contentType());
    if (!options.cacheControl().isEmpty()) {
      create.cacheControl(options.cacheControl());
    }
    String upload = s3.createMultipartUpload(create.build()).uploadId();
    try {
      return complete(upload, parts(upload, body), options.condition());
    } catch (RuntimeException failure) {
      abortAfter(failure, upload);
      throw failure;
    }
  }

  private List<CompletedPart> parts(String upload, ObjectBody body) {
    long partBytes = partBytes(body.sizeBytes());
    List<CompletedPart> parts = new ArrayList<>();
    for (long offset = 0; offset < body.sizeBytes(); offset += partBytes) {
      long size = Math.min(partBytes, body.sizeBytes() - offset);
      parts.add(part(upload, parts.size() + 1, new BodyStreams(body, offset, size), size));
    }
    return parts;
  }

  /** How big the parts of an object are: as small as the limit on their number allows. */
  static long partBytes(long sizeBytes) {
    return Math.max(PART_BYTES, (sizeBytes + MOST_PARTS - 1) / MOST_PARTS);
  }

  private CompletedPart part(String upload, int number, BodyStreams body, long sizeBytes) {
    UploadPartRequest request =
        UploadPartRequest.builder()
            .bucket(bucket)
            .key(key)
            .uploadId(upload)
            .partNumber(number)
            .build();
    try (body) {
      UploadPartResponse answer =
          s3.uploadPart(
              request,
              RequestBody.fromContentProvider(body, sizeBytes, "application/octet-stream"));
      return CompletedPart.builder()
          .partNumber(number)
          .eTag(answer.eTag())
          .checksumCRC32(answer.checksumCRC32())
          .build();
    }
  }

  private String complete(String upload, List<CompletedPart> parts, PutCondition condition) {
    CompleteMultipartUploadRequest.Builder request =
        CompleteMultipartUploadRequest.builder()
            .bucket(bucket)
            .key(key)
            .uploadId(upload)
            .multipartUpload(m -> m.parts(parts));
    if (condition instanceof PutCondition.IfAbsent) {
      request.ifNoneMatch("*");
    } else if (condition instanceof PutCondition.IfMatch match) {
      request.ifMatch(match.etag());
    }
    return s3.completeMultipartUpload(request.build()).eTag();
  }

  // Parts cost as much as objects, and nobody sees them.
  private void abortAfter(RuntimeException failure, String upload) {
    try {
      s3.abortMultipartUpload(r -> r.bucket(bucket).key(key).uploadId(upload));
    } catch (SdkException e) {
      failure.addSuppressed(e);
    }
  }
}
