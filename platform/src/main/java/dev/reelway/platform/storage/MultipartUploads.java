package dev.reelway.platform.storage;

import dev.reelway.platform.config.StorageConfig;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * Uploads that clients send straight to the store: they get a signed URL for each part, and say at
 * the end which parts there are. The bucket's CORS rules must allow PUT and expose the ETag header
 * to browsers.
 */
public final class MultipartUploads implements AutoCloseable {

  /**
   * A part that has arrived.
   *
   * @param number from 1
   * @param etag what the store called it
   * @param sizeBytes its length, 0 where only number and ETag matter
   */
  public record Part(int number, String etag, long sizeBytes) {}

  /**
   * An upload that was neither completed nor aborted.
   *
   * @param key of the object that it would become
   * @param uploadId its name among the uploads to that key
   * @param begunAt by the store's clock
   */
  public record Unfinished(String key, String uploadId, Instant begunAt) {}

  private final S3Connection connection;
  private final S3Client s3;
  private final S3Presigner presigner;
  private final String bucket;
  private final S3Failures failures;

  /** Uploads to our bucket. */
  public MultipartUploads(StorageConfig config) {
    this.connection = new S3Connection(config);
    this.s3 = connection.client();
    this.presigner = connection.presigner();
    this.bucket = config.bucket();
    this.failures = connection.failures(bucket);
  }

  /** How big the parts of a file should be: the last may be smaller, no other. */
  public static long partBytes(long sizeBytes) {
    return S3Parts.partBytes(sizeBytes);
  }

  /** Begins an upload and names it. */
  public String create(String key, String contentType) {
    ObjectKeys.check(key);
    return call(
        "begin an upload to",
        key,
        () ->
            s3.createMultipartUpload(r -> r.bucket(bucket).key(key).contentType(contentType))
                .uploadId());
  }

  /** Where parts may be PUT, without any other credentials, while {@code validity} lasts. */
  public Map<Integer, URI> partUrls(
      String key, String uploadId, List<Integer> numbers, Duration validity) {
    Map<Integer, URI> urls = new TreeMap<>();
    for (int number : numbers) {
      urls.put(number, partUrl(key, uploadId, number, validity));
    }
    return urls;
  }

  private URI partUrl(String key, String uploadId, int number, Duration validity) {
    return call(
        "sign a URL for",
        key,
        () ->
            URI.create(
                presigner
                    .presignUploadPart(
                        p ->
                            p.signatureDuration(validity)
                                .uploadPartRequest(
                                    r ->
                                        r.bucket(bucket)
                                            .key(key)
                                            .uploadId(uploadId)
                                            .partNumber(number)))
                    .url()
                    .toString()));
  }

  /** The parts that have arrived, by number; none or empty if there is no such upload. */
  public Optional<List<Part>> parts(String key, String uploadId) {
    try {
      return Optional.of(
          s3.listPartsPaginator(r -> r.bucket(bucket).key(key).uploadId(uploadId)).parts().stream()
              .map(p -> new Part(p.partNumber(), p.eTag(), p.size()))
              .sorted(Comparator.comparingInt(Part::number))
              .toList());
    } catch (S3Exception e) {
      if (isGone(e)) {
        return Optional.empty();
      }
      throw failures.of("list the parts of", key, e);
    } catch (SdkException e) {
      throw failures.of("list the parts of", key, e);
    }
  }

  /**
   * Makes the object out of its parts. May be repeated: an upload that is over already is fine if
   * the object is there.
   *
   * @return the object, or empty if parts are missing or other than said
   */
  public Optional<ObjectInfo> complete(String key, String uploadId, List<Part> parts) {
    List<CompletedPart> completed =
        parts.stream()
            .sorted(Comparator.comparingInt(Part::number))
            .map(p -> CompletedPart.builder().partNumber(p.number()).eTag(p.etag()).build())
            .toList();
    try {
      s3.completeMultipartUpload(
          r ->
              r.bucket(bucket)
                  .key(key)
                  .uploadId(uploadId)
                  .multipartUpload(m -> m.parts(completed)));
    } catch (S3Exception e) {
      if (e.statusCode() == 400) {
        return Optional.empty();
      }
      if (!isGone(e)) {
        throw failures.of("complete", key, e);
      }
    } catch (SdkException e) {
      throw failures.of("complete", key, e);
    }
    return new S3ObjectStore(connection, bucket, false).head(key);
  }

  /** Throws an upload away with its parts; one that is over is fine. */
  public void abort(String key, String uploadId) {
    try {
      s3.abortMultipartUpload(r -> r.bucket(bucket).key(key).uploadId(uploadId));
    } catch (S3Exception e) {
      if (!isGone(e)) {
        throw failures.of("abort the upload of", key, e);
      }
    } catch (SdkException e) {
      throw failures.of("abort the upload of", key, e);
    }
  }

  /**
   * What was begun before {@code time} and never ended; its parts cost room, and nobody sees them.
   */
  public List<Unfinished> begunBefore(Instant time) {
    return call(
        "list the uploads of",
        "",
        () ->
            s3.listMultipartUploadsPaginator(r -> r.bucket(bucket)).uploads().stream()
                .filter(upload -> upload.initiated().isBefore(time))
                .map(MultipartUploads::unfinished)
                .toList());
  }

  private static Unfinished unfinished(MultipartUpload upload) {
    return new Unfinished(upload.key(), upload.uploadId(), upload.initiated());
  }

  private static boolean isGone(S3Exception failure) {
    return S3Failures.code(failure).equals("NoSuchUpload");
  }

  private interface Call<T> {
    T run();
  }

  private <T> T call(String verb, String key, Call<T> call) {
    try {
      return call.run();
    } catch (SdkException e) {
      throw failures.of(verb, key, e);
    }
  }

  @Override
  public void close() {
    presigner.close();
    connection.close();
  }
}
