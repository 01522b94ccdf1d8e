package dev.reelway.platform.storage;

import dev.reelway.embedded.EmbeddedS3;
import dev.reelway.platform.config.StorageConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** One embedded server for all tests of this JVM; each test takes a bucket of its own. */
final class S3Server {

  static final String ACCESS_KEY = "test-access";
  static final String SECRET_KEY = "test-secret-key";

  private static final Path DATA = create();
  private static final EmbeddedS3 SERVER = EmbeddedS3.start(DATA, 0, ACCESS_KEY, SECRET_KEY);
  private static final AtomicInteger BUCKETS = new AtomicInteger();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(S3Server::end));
  }

  private S3Server() {}

  /** How to reach a new bucket. */
  static StorageConfig newBucket() {
    String bucket = "bucket-" + BUCKETS.incrementAndGet();
    SERVER.createBucket(bucket);
    return config(SERVER.endpoint(), bucket);
  }

  static StorageConfig config(URI endpoint, String bucket) {
    return StorageConfig.of(endpoint, bucket, ACCESS_KEY, SECRET_KEY);
  }

  static Path folder(StorageConfig config) {
    return SERVER.bucketFolder(config.bucket());
  }

  private static Path create() {
    try {
      return Files.createTempDirectory("embedded-s3");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void end() {
    SERVER.close();
    try (Stream<Path> files = Files.walk(DATA)) {
      List<Path> innermostFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : innermostFirst) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
