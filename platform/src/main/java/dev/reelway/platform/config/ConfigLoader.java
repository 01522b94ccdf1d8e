package dev.reelway.platform.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reelway.contracts.failure.ReelwayException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes configuration records from one YAML file, which the environment overrides.
 *
 * <pre>
 *  kafka:                                   # section = record
 *    bootstrapServers: kafka:9092           # component; REELWAY_KAFKA_BOOTSTRAP_SERVERS overrides
 *    properties:                            # a map; REELWAY_KAFKA_PROPERTIES_SECURITY_PROTOCOL
 *      security.protocol: SSL               #   overrides "security.protocol"
 * </pre>
 *
 * What is not set comes from the record's constant {@code DEFAULT}, or is {@code null} for the
 * record's constructor to replace. Names that mean nothing are refused.
 */
public final class ConfigLoader {

  /** Names the file if the command line does not. */
  public static final String FILE_VARIABLE = "REELWAY_CONFIG";

  /** Every section that a file may have; each role reads its own and the common ones. */
  public static final List<String> SECTIONS =
      List.of("kafka", "storage", "telemetry", "ingest", "worker", "packager", "manifestWriter");

  private ConfigLoader() {}

  /**
   * Reads one section.
   *
   * @param section one of {@link #SECTIONS}
   * @param type its record; components may be numbers, booleans, texts, enums, {@code Duration}
   *     ({@code 30s}), {@link DataSize} ({@code 4GiB}), {@code URI}, {@code Path}, records, and
   *     {@code Optional}, {@code List} and {@code Map} of these
   * @param file the YAML file; without one {@link #FILE_VARIABLE} names it, or there is none
   * @param environment as of {@code System.getenv}; empty variables count as unset
   * @throws ReelwayException {@code CONFIG_INVALID} with a sentence that names the setting
   */
  public static <T extends Record> T load(
      String section, Class<T> type, Optional<Path> file, Map<String, String> environment) {
    Optional<Path> named =
        file.or(
            () ->
                Optional.ofNullable(environment.get(FILE_VARIABLE))
                    .filter(name -> !name.isBlank())
                    .map(Path::of));
    ObjectNode settings = ConfigFile.section(section, named);
    new EnvironmentOverlay(environment).apply(section, type, settings);
    return type.cast(RecordBinder.bind(section, type, settings));
  }
}
