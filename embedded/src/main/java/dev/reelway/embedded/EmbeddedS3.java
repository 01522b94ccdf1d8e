package dev.reelway.embedded;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gaul.s3proxy.CrossOriginResourceSharing;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;

/**
 * An S3-compatible server in this process whose objects are plain files.
 *
 * <pre>
 *  data/
 *    .lock           locked while a server runs on the folder
 *    .incoming/…     bodies on their way in
 *    &lt;bucket&gt;/&lt;key&gt;  objects; a file that is linked or moved here is an object from then on
 * </pre>
 *
 * Everything needs a signature, except reading what lies under {@code titles/}: a browser plays
 * from there. A file that is put here by hand must not be changed afterwards, only replaced.
 */
public final class EmbeddedS3 implements AutoCloseable {

  /** Where it listens unless told otherwise: this machine only. */
  public static final String LOOPBACK = "127.0.0.1";

  private static final String ANY_ADDRESS = "0.0.0.0";
  private static final int MOST_THREADS = 64;
  private static final long STOP_MILLIS = 2_000;

  private final Path data;
  private final FolderLock lock;
  private final FolderBlobStore store;
  private final S3Proxy server;
  private final URI endpoint;

  private EmbeddedS3(
      Path data, FolderLock lock, FolderBlobStore store, S3Proxy server, URI endpoint) {
    this.data = data;
    this.lock = lock;
    this.store = store;
    this.server = server;
    this.endpoint = endpoint;
  }

  /** Serves {@code data} to this machine; port 0 takes a free one. */
  public static EmbeddedS3 start(Path data, int port, String accessKey, String secretKey) {
    return start(data, LOOPBACK, port, accessKey, secretKey);
  }

  /**
   * Serves {@code data}, which is created where needed.
   *
   * @param host the address to listen on, {@code 0.0.0.0} for all
   * @param port 0 takes a free one
   */
  public static EmbeddedS3 start(
      Path data, String host, int port, String accessKey, String secretKey) {
    FolderLock lock = FolderLock.take(data);
    try {
      FolderBlobStore store = FolderBlobStore.open(data);
      S3Proxy server = listen(store, host, port, accessKey, secretKey);
      String name = host.equals(ANY_ADDRESS) ? LOOPBACK : host;
      URI endpoint = URI.create("http://" + name + ":" + server.getPort());
      return new EmbeddedS3(data, lock, store, server, endpoint);
    } catch (IOException e) {
      lock.close();
      throw FolderLock.unusable(data, e);
    } catch (ReelwayException e) {
      lock.close();
      throw e;
    }
  }

  private static S3Proxy listen(
      FolderBlobStore store, String host, int port, String accessKey, String secretKey) {
    S3Proxy server =
        S3Proxy.builder()
            .blobStore(store)
            .endpoint(URI.create("http://" + host + ":" + port))
            .awsAuthentication(AuthenticationType.AWS_V4, accessKey, secretKey)
            .corsRules(forBrowsers())
            .jettyMaxThreads(MOST_THREADS)
            .stopTimeout(STOP_MILLIS)
            .build();
    try {
      server.start();
      return server;
    } catch (Exception e) { // what Jetty declares
      throw new ReelwayException(
          FailureKind.USAGE_INVALID,
          "The object store cannot listen on " + host + ":" + port + ": " + e.getMessage() + ".",
          e);
    }
  }

  // Players read from any page; uploads in parts need the ETag of each part.
  private static CrossOriginResourceSharing forBrowsers() {
    return new CrossOriginResourceSharing(
        List.of("*"),
        List.of("GET", "HEAD", "PUT"),
        List.of("*"),
        List.of("ETag", "Content-Length", "Content-Range", "Accept-Ranges"),
        "");
  }

  /** Where clients of this machine reach it; buckets are named in the path. */
  public URI endpoint() {
    return endpoint;
  }

  /** Makes a bucket; one that is there is fine. */
  public void createBucket(String bucket) {
    try {
      Files.createDirectories(bucketFolder(bucket));
    } catch (IOException e) {
      throw FolderLock.unusable(data, e);
    }
  }

  /** The folder of a bucket's objects, in which the path of a file is its key. */
  public Path bucketFolder(String bucket) {
    return data.resolve(bucket);
  }

  /** Ends running requests and gives the folder back. */
  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) { // what Jetty declares
      throw new ReelwayException(
          FailureKind.STORAGE_UNAVAILABLE, "The object store did not stop in order.", e);
    } finally {
      store.close();
      lock.close();
    }
  }
}
