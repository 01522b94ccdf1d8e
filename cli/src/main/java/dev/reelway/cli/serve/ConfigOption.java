package dev.reelway.cli.serve;

import dev.reelway.cli.command.ProgramVersion;
import dev.reelway.platform.config.ConfigLoader;
import dev.reelway.platform.config.KafkaConfig;
import dev.reelway.platform.config.StorageConfig;
import dev.reelway.platform.config.TelemetryConfig;
import dev.reelway.platform.role.RoleRuntime;
import dev.reelway.platform.telemetry.Logging;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option that names the configuration file; shared by all roles. */
public final class ConfigOption {

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Configuration in YAML; REELWAY_… variables override it.")
  private Path file;

  /** A section of the configuration. */
  <T extends Record> T load(String section, Class<T> type) {
    return ConfigLoader.load(section, type, Optional.ofNullable(file), System.getenv());
  }

  /** What a role alone in its process runs on. */
  RoleRuntime runtime(String role) {
    TelemetryConfig telemetry = load("telemetry", TelemetryConfig.class);
    Logging.start(telemetry, role);
    return RoleRuntime.start(
        role,
        ProgramVersion.get(),
        load("kafka", KafkaConfig.class),
        load("storage", StorageConfig.class),
        telemetry);
  }
}
