package dev.reelway.cli.command;

import dev.reelway.platform.config.ConfigLoader;
import dev.reelway.platform.config.StorageConfig;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** The option that says how object stores are reached; shared by all commands that take s3://. */
public final class StorageOptions {

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "Configuration file whose section storage says how s3:// is reached (default: REELWAY_*"
              + " and AWS_* variables).")
  private Path file;

  /** The settings, with the environment of the AWS tools where ours says nothing. */
  public StorageConfig read() {
    return read(System.getenv());
  }

  StorageConfig read(Map<String, String> environment) {
    StorageConfig config =
        ConfigLoader.load("storage", StorageConfig.class, Optional.ofNullable(file), environment);
    Optional<URI> endpoint =
        first(environment, "AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL").map(URI::create);
    String region =
        config.region().equals(StorageConfig.DEFAULT.region())
            ? first(environment, "AWS_REGION", "AWS_DEFAULT_REGION").orElse(config.region())
            : config.region();
    boolean theirs = config.endpoint().isEmpty() && endpoint.isPresent();
    return new StorageConfig(
        config.endpoint().or(() -> endpoint),
        region,
        config.bucket(),
        config.pathStyle() || theirs, // which every such store understands
        config.checksumsWhenRequired(),
        config.maxConnections(),
        config.accessKey(),
        config.secretKey(),
        config.masterBuckets(),
        config.masterFolders(),
        config.publicBaseUrl());
  }

  private static Optional<String> first(Map<String, String> environment, String... names) {
    return Stream.of(names)
        .map(name -> environment.getOrDefault(name, ""))
        .filter(value -> !value.isBlank())
        .findFirst();
  }
}
