package dev.reelway.platform.storage;

import dev.reelway.contracts.failure.ReelwayException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * A bucket of any S3-compatible store. The client underneath retries what may be retried; a put
 * whose answer was lost on the way recognises its own object by a mark.
 */
public final class S3ObjectStore implements ObjectStore {

  /** From this size on a body is put in parts. */
  static final long PARTS_FROM_BYTES = 64L << 20;

  private static final String MARK = "reelway-put";

  private final S3Connection connection;
  private final boolean ownsConnection;
  private final S3Client s3;
  private final String bucket;
  private final S3Failures failures;

  S3ObjectStore(S3Connection connection, String bucket, boolean ownsConnection) {
    this.connection = connection;
    this.ownsConnection = ownsConnection;
    this.s3 = connection.client();
    this.bucket = bucket;
    this.failures = connection.failures(bucket);
  }

  @Override
  public Optional<ObjectInfo> put(String key, ObjectBody body, PutOptions options) {
    ObjectKeys.check(key);
    Map<String, String> mark = Map.of(MARK, UUID.randomUUID().toString());
    Optional<ObjectInfo> put;
    try {
      String etag =
          body.sizeBytes() < PARTS_FROM_BYTES
              ? putWhole(key, body, options, mark)
              : new S3Parts(s3, bucket, key).put(body, options, mark);
      put = Optional.of(new ObjectInfo(key, body.sizeBytes(), etag, options.contentType()));
    } catch (SdkException | UncheckedIOException e) {
      put = markedWith(key, mark, e);
      if (put.isEmpty() && !isUnmet(options.condition(), e)) {
        throw failures.of("put", key, e);
      }
    }
    if (put.isPresent()) {
      body.movableFile().ifPresent(file -> remove(key, file));
    }
    return put;
  }

  private String putWhole(
      String key, ObjectBody body, PutOptions options, Map<String, String> mark) {
    PutObjectRequest.Builder request =
        PutObjectRequest.builder()
            .bucket(bucket)
            .key(key)
            .metadata(mark)
            .contentType(options.contentType());
    if (!options.cacheControl().isEmpty()) {
      request.cacheControl(options.cacheControl());
    }
    if (options.condition() instanceof PutCondition.IfAbsent) {
      request.ifNoneMatch("*");
    } else if (options.condition() instanceof PutCondition.IfMatch match) {
      request.ifMatch(match.etag());
    }
    try (BodyStreams streams = new BodyStreams(body, 0, body.sizeBytes())) {
      RequestBody content =
          RequestBody.fromContentProvider(streams, body.sizeBytes(), options.contentType());
      return s3.putObject(request.build(), content).eTag();
    }
  }

  private static boolean isUnmet(PutCondition condition, RuntimeException failure) {
    if (condition instanceof PutCondition.None || !(failure instanceof S3Exception refusal)) {
      return false;
    }
    return refusal.statusCode() == 412
        || (condition instanceof PutCondition.IfMatch
            && S3Failures.code(refusal).equals("NoSuchKey"));
  }

  // A try may have succeeded although its answer was lost. The next one then fails because the
  // object is there now, because the upload in parts is over, or because nobody answers any more.
  private Optional<ObjectInfo> markedWith(
      String key, Map<String, String> mark, RuntimeException failure) {
    if (failure instanceof AbortedException || failure instanceof UncheckedIOException) {
      return Optional.empty();
    }
    try {
      return lookAt(key)
          .filter(there -> mark.get(MARK).equals(there.metadata().get(MARK)))
          .map(there -> info(key, there));
    } catch (ReelwayException e) {
      failure.addSuppressed(e);
      return Optional.empty();
    }
  }

  @Override
  public Optional<ObjectInfo> head(String key) {
    ObjectKeys.check(key);
    return lookAt(key).map(there -> info(key, there));
  }

  private Optional<HeadObjectResponse> lookAt(String key) {
    try {
      return Optional.of(s3.headObject(r -> r.bucket(bucket).key(key)));
    } catch (S3Exception e) {
      if (e.statusCode() == 404) {
        return Optional.empty(); // such an answer has no body that would tell a missing bucket
      }
      throw failures.of("look at", key, e);
    } catch (SdkException e) {
      throw failures.of("look at", key, e);
    }
  }

  private static ObjectInfo info(String key, HeadObjectResponse there) {
    return new ObjectInfo(key, there.contentLength(), there.eTag(), there.contentType());
  }

  /**
   * The size and time as well as the ETag: stores that lie on a file system hand out a kept ETag
   * even when the file was changed behind their back. Headers tell whole seconds.
   */
  private static String stamp(String etag, long sizeBytes, Instant lastModified) {
    return etag + "/" + sizeBytes + "/" + lastModified.getEpochSecond();
  }

  @Override
  public Optional<StoredObject> get(String key) {
    ObjectKeys.check(key);
    try {
      var first = s3.getObject(r -> r.bucket(bucket).key(key));
      GetObjectResponse there = first.response();
      ResumingStream stream =
          new ResumingStream(
              first,
              offset ->
                  s3.getObject(
                      r ->
                          r.bucket(bucket)
                              .key(key)
                              .ifMatch(there.eTag())
                              .range("bytes=" + offset + "-")));
      return Optional.of(
          new StoredObject(
              new ObjectInfo(key, there.contentLength(), there.eTag(), there.contentType()),
              stamp(there.eTag(), there.contentLength(), there.lastModified()),
              stream));
    } catch (S3Exception e) {
      if (isMissing(e)) {
        return Optional.empty();
      }
      throw failures.of("read", key, e);
    } catch (SdkException e) {
      throw failures.of("read", key, e);
    }
  }

  @Override
  public int read(String key, long offset, ByteBuffer target) {
    try {
      return readRange(key, request -> {}, offset, target);
    } catch (S3Exception e) {
      throw isMissing(e) ? StorageFailures.missing(key) : failures.of("read", key, e);
    } catch (SdkException e) {
      throw failures.of("read", key, e);
    }
  }

  @Override
  public OptionalInt readSame(ObjectInfo expected, long offset, ByteBuffer target) {
    String key = expected.key();
    try {
      return OptionalInt.of(readRange(key, r -> r.ifMatch(expected.etag()), offset, target));
    } catch (S3Exception e) {
      if (e.statusCode() == 412 || isMissing(e)) {
        return OptionalInt.empty();
      }
      throw failures.of("read", key, e);
    } catch (SdkException e) {
      throw failures.of("read", key, e);
    }
  }

  private interface Condition {
    void addTo(GetObjectRequest.Builder request);
  }

  private int readRange(String key, Condition condition, long offset, ByteBuffer target) {
    ObjectKeys.check(key);
    if (!target.hasRemaining()) {
      return 0;
    }
    int start = target.position();
    GetObjectRequest.Builder request =
        GetObjectRequest.builder()
            .bucket(bucket)
            .key(key)
            .range("bytes=" + offset + "-" + (offset + target.remaining() - 1));
    condition.addTo(request);
    try {
      return s3.getObject(
          request.build(),
          (response, body) -> fill(target.position(start), offset, response, body));
    } catch (S3Exception e) {
      if (e.statusCode() == 416) {
        return -1;
      }
      throw e;
    }
  }

  /** What is thrown from here the client tries again, from the start of the range. */
  private static int fill(
      ByteBuffer target, long offset, GetObjectResponse response, InputStream body) {
    String range = String.valueOf(response.contentRange());
    if (!range.startsWith("bytes " + offset + "-")) {
      throw new IllegalStateException("the store sent " + range + " instead of " + offset);
    }
    int length = Math.toIntExact(response.contentLength());
    try {
      byte[] bytes = target.hasArray() ? target.array() : new byte[length];
      int from = target.hasArray() ? target.arrayOffset() + target.position() : 0;
      int count = body.readNBytes(bytes, from, Math.min(length, target.remaining()));
      if (count != length || body.read() >= 0) {
        throw new IOException("the answer has not the " + length + " bytes it promised");
      }
      if (target.hasArray()) {
        target.position(target.position() + count);
      } else {
        target.put(bytes, 0, count);
      }
      return count;
    } catch (IOException e) {
      throw RetryableException.create("the answer broke off", e);
    }
  }

  @Override
  public void delete(String key) {
    ObjectKeys.check(key);
    try {
      s3.deleteObject(r -> r.bucket(bucket).key(key));
    } catch (SdkException e) {
      throw failures.of("delete", key, e);
    }
  }

  @Override
  public List<ListedObject> list(String prefix) {
    try {
      return s3.listObjectsV2Paginator(r -> r.bucket(bucket).prefix(prefix)).contents().stream()
          .map(
              o ->
                  new ListedObject(
                      o.key(),
                      o.size(),
                      o.lastModified(),
                      stamp(o.eTag(), o.size(), o.lastModified())))
          .sorted(Comparator.comparing(ListedObject::key)) // S3 sorts by UTF-8
          .toList();
    } catch (SdkException e) {
      throw failures.of("list", prefix, e);
    }
  }

  private static boolean isMissing(S3Exception failure) {
    return failure.statusCode() == 404 && !(failure instanceof NoSuchBucketException);
  }

  private static void remove(String key, Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw StorageFailures.unavailable("take the file of", key, e);
    }
  }

  @Override
  public void close() {
    if (ownsConnection) {
      connection.close();
    }
  }
}
