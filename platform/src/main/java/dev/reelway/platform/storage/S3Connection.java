package dev.reelway.platform.storage;

import dev.reelway.platform.config.StorageConfig;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * The client of a store, shared by all of its buckets. Every retry happens in here; no loop is put
 * around it.
 */
final class S3Connection implements AutoCloseable {

  private static final Duration FREE_CONNECTION = Duration.ofMinutes(1);

  private final StorageConfig config;
  private final S3Client client;

  S3Connection(StorageConfig config) {
    this(config, S3Timeouts.DEFAULT);
  }

  S3Connection(StorageConfig config, S3Timeouts timeouts) {
    this.config = config;
    this.client = client(config, timeouts);
  }

  private static S3Client client(StorageConfig config, S3Timeouts timeouts) {
    var builder =
        S3Client.builder()
            .region(Region.of(config.region()))
            .forcePathStyle(config.pathStyle())
            .credentialsProvider(credentials(config))
            .requestChecksumCalculation(
                config.checksumsWhenRequired()
                    ? RequestChecksumCalculation.WHEN_REQUIRED
                    : RequestChecksumCalculation.WHEN_SUPPORTED)
            .responseChecksumValidation(
                config.checksumsWhenRequired()
                    ? ResponseChecksumValidation.WHEN_REQUIRED
                    : ResponseChecksumValidation.WHEN_SUPPORTED)
            .httpClientBuilder(
                Apache5HttpClient.builder()
                    .maxConnections(config.maxConnections())
                    .connectionTimeout(timeouts.connect())
                    .connectionAcquisitionTimeout(FREE_CONNECTION)
                    .socketTimeout(timeouts.silence())
                    .tcpKeepAlive(true))
            .overrideConfiguration(
                o -> o.retryStrategy(retries()).apiCallAttemptTimeout(timeouts.attempt()));
    config.endpoint().ifPresent(builder::endpointOverride);
    return builder.build();
  }

  // S3 answers a put under a condition with 409 while another one to the key is under way.
  private static StandardRetryStrategy retries() {
    return AwsRetryStrategy.standardRetryStrategy().toBuilder()
        .retryOnException(
            e ->
                e instanceof S3Exception s3
                    && s3.statusCode() == 409
                    && S3Failures.code(s3).equals("ConditionalRequestConflict"))
        .build();
  }

  private static AwsCredentialsProvider credentials(StorageConfig config) {
    if (config.accessKey().isEmpty()) {
      return DefaultCredentialsProvider.builder().build();
    }
    return StaticCredentialsProvider.create(
        AwsBasicCredentials.create(
            config.accessKey().get().value(), config.secretKey().orElseThrow().value()));
  }

  S3Client client() {
    return client;
  }

  /** Signs URLs for others to use; the caller closes it. */
  S3Presigner presigner() {
    S3Presigner.Builder builder =
        S3Presigner.builder()
            .region(Region.of(config.region()))
            .credentialsProvider(credentials(config))
            .serviceConfiguration(
                S3Configuration.builder().pathStyleAccessEnabled(config.pathStyle()).build());
    config.endpoint().ifPresent(builder::endpointOverride);
    return builder.build();
  }

  /** The failures of a bucket, in words. */
  S3Failures failures(String bucket) {
    return new S3Failures(
        config.endpoint().map(Object::toString).orElse("Amazon S3 in " + config.region()), bucket);
  }

  @Override
  public void close() {
    client.close();
  }
}
