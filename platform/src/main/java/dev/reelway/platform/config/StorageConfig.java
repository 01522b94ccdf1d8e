package dev.reelway.platform.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Section {@code storage}: where objects lie.
 *
 * @param endpoint of an S3-compatible store; empty for Amazon's own, by region
 * @param region what requests are signed for
 * @param bucket ours
 * @param pathStyle whether the bucket is named in the path instead of the host
 * @param checksumsWhenRequired for older stores that refuse the checksums of newer clients
 * @param maxConnections at the same time, of each process
 * @param accessKey empty, like {@code secretKey}, for the default chain of the AWS SDK
 * @param secretKey the other half
 * @param masterBuckets from which masters may be named, besides our own
 * @param masterFolders below which masters may be named as {@code file:///path}
 * @param publicBaseUrl what a CDN serves {@code titles/} under; for links
 */
public record StorageConfig(
    Optional<URI> endpoint,
    String region,
    String bucket,
    boolean pathStyle,
    boolean checksumsWhenRequired,
    int maxConnections,
    Optional<Secret> accessKey,
    Optional<Secret> secretKey,
    List<String> masterBuckets,
    List<Path> masterFolders,
    Optional<URI> publicBaseUrl) {

  /** Amazon S3 with whatever credentials the process has. */
  public static final StorageConfig DEFAULT =
      new StorageConfig(
          Optional.empty(),
          "us-east-1",
          "reelway",
          false,
          false,
          16,
          Optional.empty(),
          Optional.empty(),
          List.of(),
          List.of(),
          Optional.empty());

  private static final int MOST_CONNECTIONS = 1000;

  /** Checks the limits. */
  public StorageConfig {
    masterBuckets = List.copyOf(masterBuckets);
    masterFolders = List.copyOf(masterFolders);
    Limits.check(!bucket.isBlank(), "bucket", "must not be empty");
    Limits.check(
        maxConnections >= 1 && maxConnections <= MOST_CONNECTIONS,
        "maxConnections",
        "must be 1 to " + MOST_CONNECTIONS);
    Limits.check(
        accessKey.isPresent() == secretKey.isPresent(),
        "accessKey",
        "and secretKey must be given together");
  }

  /** A store of one's own, such as the embedded one, with the bucket in the path. */
  public static StorageConfig of(URI endpoint, String bucket, String accessKey, String secretKey) {
    return new StorageConfig(
        Optional.of(endpoint),
        DEFAULT.region,
        bucket,
        true,
        false,
        DEFAULT.maxConnections,
        Optional.of(new Secret(accessKey)),
        Optional.of(new Secret(secretKey)),
        List.of(),
        List.of(),
        Optional.empty());
  }

  /** The same store with other rules for where masters may come from. */
  public StorageConfig withMasters(List<String> buckets, List<Path> folders) {
    return new StorageConfig(
        endpoint,
        region,
        bucket,
        pathStyle,
        checksumsWhenRequired,
        maxConnections,
        accessKey,
        secretKey,
        buckets,
        folders,
        publicBaseUrl);
  }

  /** The same store whose titles are served under {@code baseUrl}. */
  public StorageConfig servedAt(URI baseUrl) {
    return new StorageConfig(
        endpoint,
        region,
        bucket,
        pathStyle,
        checksumsWhenRequired,
        maxConnections,
        accessKey,
        secretKey,
        masterBuckets,
        masterFolders,
        Optional.of(baseUrl));
  }
}
