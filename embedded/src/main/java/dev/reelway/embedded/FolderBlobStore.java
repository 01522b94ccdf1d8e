package dev.reelway.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.BucketCannedACL;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/**
 * Buckets in a folder, with the promises of S3 that s3proxy's own store leaves open: a put under
 * If-Match has one winner, what is on its way in is never listed, info and bytes of an answer
 * belong together, and files put here by hand have an ETag.
 */
final class FolderBlobStore extends ForwardingBlobStore {

  static final String INCOMING = ".incoming";

  private static final String PUBLIC_PREFIX = "titles/";
  private static final int INSUFFICIENT_STORAGE = 507;

  private final Path data;
  private final Object appearing = new Object();

  /** Objects that are being assembled from parts beside their place, as {@code bucket/key}. */
  private final Set<String> assembling = ConcurrentHashMap.newKeySet();

  private FolderBlobStore(Path data) {
    super(new FilesystemNio2BlobStore(data.toString()));
    this.data = data;
  }

  /** Opens the folder after clearing away what a killed server was about to take in. */
  static FolderBlobStore open(Path data) throws IOException {
    Leftovers.sweep(data);
    Files.createDirectories(data.resolve(INCOMING));
    FileTag.requireSupport(data.resolve(INCOMING));
    return new FolderBlobStore(data);
  }

  @Override
  public PutObjectResponse putBlob(PutObjectRequest request, InputStream payload) {
    containerMustExist(request.bucket());
    String name = UUID.randomUUID().toString();
    Path incoming = data.resolve(INCOMING).resolve(name);
    PutObjectRequest aside =
        request.toBuilder().bucket(INCOMING).key(name).ifMatch(null).ifNoneMatch(null).build();
    try {
      PutObjectResponse response = super.putBlob(aside, payload);
      appear(incoming, request);
      return response;
    } catch (IOException e) {
      throw failure(request, e);
    } catch (RuntimeException e) {
      throw e.getCause() instanceof IOException cause ? failure(request, cause) : e;
    } finally {
      deleteQuietly(incoming);
    }
  }

  private void appear(Path incoming, PutObjectRequest request) throws IOException {
    Path target = file(request.bucket(), request.key());
    synchronized (appearing) {
      if (request.ifMatch() != null && !matches(target, request.ifMatch())) {
        throw S3Exceptions.fromStatusCode(412);
      }
      Files.createDirectories(target.getParent());
      if (request.ifNoneMatch() == null) {
        Files.move(incoming, target, StandardCopyOption.ATOMIC_MOVE);
        return;
      }
      try {
        Files.createLink(target, incoming);
      } catch (FileAlreadyExistsException e) {
        throw S3Exceptions.fromStatusCode(412); // without the cause: nothing is wrong with the disk
      }
    }
  }

  private static boolean matches(Path file, String etag) throws IOException {
    return Files.isRegularFile(file)
        && (etag.equals("*") || FileTag.of(file).equals(etag.replace("\"", "")));
  }

  @Override
  public DeleteObjectResponse removeBlob(DeleteObjectRequest request) {
    synchronized (appearing) { // or a folder goes just before an object appears in it
      return super.removeBlob(request);
    }
  }

  @Override
  public HeadObjectResponse blobMetadata(HeadObjectRequest request) {
    tag(request.bucket(), request.key());
    return super.blobMetadata(request);
  }

  /** Looks again after opening: an object replaced between the two would answer with both. */
  @Override
  public ResponseInputStream<GetObjectResponse> getBlob(GetObjectRequest request) {
    while (true) {
      tag(request.bucket(), request.key());
      ResponseInputStream<GetObjectResponse> opened = super.getBlob(request);
      if (opened == null || isStill(request, opened.response().eTag())) {
        return opened;
      }
      opened.abort();
    }
  }

  private boolean isStill(GetObjectRequest request, String etag) {
    try {
      Path file = file(request.bucket(), request.key());
      return etag == null || FileTag.of(file).equals(etag.replace("\"", ""));
    } catch (IOException e) {
      return true; // deleted meanwhile: the open file is the object as it was
    }
  }

  private void tag(String bucket, String key) {
    try {
      FileTag.ensure(file(bucket, key));
    } catch (IOException e) {
      throw S3Exceptions.fromStatusCode(500, e);
    }
  }

  @Override
  public CompleteMultipartUploadResponse completeMultipartUpload(
      MultipartUpload upload, CompleteMultipartUploadRequest request) {
    String object = upload.containerName() + "/" + upload.blobName();
    assembling.add(object);
    try {
      return super.completeMultipartUpload(upload, request);
    } finally {
      assembling.remove(object);
    }
  }

  @Override
  public ListObjectsV2Response list(ListObjectsV2Request request) {
    ListObjectsV2Response page = super.list(request);
    if (assembling.isEmpty()) {
      return page;
    }
    return page.toBuilder()
        .contents(
            page.contents().stream()
                .filter(object -> !isAssembled(request.bucket(), object.key()))
                .toList())
        .build();
  }

  private boolean isAssembled(String bucket, String key) {
    return Leftovers.withoutUuid(key)
        .filter(k -> assembling.contains(bucket + "/" + k))
        .isPresent();
  }

  @Override
  public ListBucketsResponse list() {
    ListBucketsResponse all = super.list();
    return all.toBuilder()
        .buckets(
            all.buckets().stream()
                .filter(bucket -> Files.isDirectory(data.resolve(bucket.name())))
                .filter(bucket -> !bucket.name().equals(INCOMING))
                .toList())
        .build();
  }

  @Override
  public BucketCannedACL getContainerAccess(String bucket) {
    return BucketCannedACL.PRIVATE;
  }

  @Override
  public ObjectCannedACL getBlobAccess(String bucket, String key) {
    return isPublic(key) ? ObjectCannedACL.PUBLIC_READ : ObjectCannedACL.PRIVATE;
  }

  @Override
  public ObjectCannedACL getBlobAccess(String bucket, String key, String version) {
    return getBlobAccess(bucket, key);
  }

  /** By the key alone, never by the file's permissions, and never through {@code ..}. */
  static boolean isPublic(String key) {
    return key.startsWith(PUBLIC_PREFIX)
        && Stream.of(key.split("/", -1))
            .noneMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."));
  }

  private void containerMustExist(String bucket) {
    if (!Files.isDirectory(data.resolve(bucket))) {
      throw S3Exceptions.noSuchBucket(bucket, "There is no bucket " + bucket + ".");
    }
  }

  private Path file(String bucket, String key) {
    Path folder = data.resolve(bucket).normalize();
    Path file = folder.resolve(key).normalize();
    if (!file.startsWith(folder) || file.equals(folder)) {
      throw S3Exceptions.invalidArgument("The key leaves its bucket.");
    }
    return file;
  }

  private RuntimeException failure(PutObjectRequest request, IOException cause) {
    long needed = request.contentLength() == null ? 0 : request.contentLength();
    try {
      if (Files.getFileStore(data).getUsableSpace() < needed) {
        return S3Exceptions.fromStatusCode(INSUFFICIENT_STORAGE, cause);
      }
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
    return cause instanceof FileSystemException
        ? S3Exceptions.invalidRequest(
            "The key is part of another key's path, or the other way round: " + cause.getMessage())
        : S3Exceptions.fromStatusCode(500, cause);
  }

  private static void deleteQuietly(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // The next start sweeps it.
    }
  }
}
