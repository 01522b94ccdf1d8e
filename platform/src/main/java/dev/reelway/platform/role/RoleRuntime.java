package dev.reelway.platform.role;

import dev.reelway.contracts.fleet.Topics;
import dev.reelway.platform.config.KafkaConfig;
import dev.reelway.platform.config.StorageConfig;
import dev.reelway.platform.config.TelemetryConfig;
import dev.reelway.platform.messaging.KafkaClients;
import dev.reelway.platform.messaging.TopicAdmin;
import dev.reelway.platform.storage.Documents;
import dev.reelway.platform.storage.Masters;
import dev.reelway.platform.storage.ObjectStore;
import dev.reelway.platform.storage.ObjectStores;
import dev.reelway.platform.telemetry.CountedObjectStore;
import dev.reelway.platform.telemetry.Health;
import dev.reelway.platform.telemetry.Metrics;
import dev.reelway.platform.telemetry.Pulse;
import dev.reelway.platform.telemetry.TaskTelemetry;
import dev.reelway.platform.telemetry.TelemetryServer;
import dev.reelway.platform.telemetry.Tracing;
import dev.reelway.platform.work.ExecutorSettings;
import dev.reelway.platform.work.TaskExecutor;
import dev.reelway.platform.work.TaskHandler;
import java.time.Duration;
import java.util.Optional;

/**
 * What the roles in one process share: the way to Kafka and to storage, health, metrics and traces.
 * One role in a container has one; all roles in one process have one together.
 */
public final class RoleRuntime implements AutoCloseable {

  /** Sending a heartbeat takes 15 s at most, also when Kafka is away. */
  private static final Duration WEDGED = Duration.ofMinutes(2);

  private final String version;
  private final KafkaClients clients;
  private final StorageConfig storage;
  private final ObjectStore store;
  private final Masters masters;
  private final Metrics metrics;
  private final Health health = new Health();
  private final Tracing tracing;
  private Optional<TelemetryServer> server = Optional.empty();

  private RoleRuntime(
      String role,
      String version,
      KafkaConfig kafka,
      StorageConfig storage,
      TelemetryConfig telemetry) {
    this.clients = new KafkaClients(kafka);
    this.storage = storage;
    this.version = version;
    this.metrics = new Metrics(role, version);
    this.tracing = Tracing.start(telemetry, role, version);
    this.store = new CountedObjectStore(ObjectStores.open(storage), metrics);
    this.masters = Masters.allowedBy(storage);
  }

  /**
   * Opens everything and makes the topics.
   *
   * @param role what this process is, for logs, metrics and traces
   * @throws dev.reelway.contracts.failure.ReelwayException {@code MESSAGING_UNAVAILABLE} if Kafka
   *     does not answer
   */
  public static RoleRuntime start(
      String role,
      String version,
      KafkaConfig kafka,
      StorageConfig storage,
      TelemetryConfig telemetry) {
    RoleRuntime runtime = new RoleRuntime(role, version, kafka, storage, telemetry);
    try (TopicAdmin admin = new TopicAdmin(runtime.clients)) {
      admin.createAll();
      runtime.health.ready("storage", runtime::storageProblem);
      runtime.server = TelemetryServer.start(telemetry, runtime.metrics, runtime.health);
      return runtime;
    } catch (Throwable e) {
      runtime.close();
      throw e;
    }
  }

  private Optional<String> storageProblem() {
    store.head("system/readiness");
    return Optional.empty();
  }

  /** The way to Kafka. */
  public KafkaClients clients() {
    return clients;
  }

  /** Version of the program. */
  public String version() {
    return version;
  }

  /** Names of all topics. */
  public Topics topics() {
    return clients.config().topics();
  }

  /** Where our objects lie. */
  public StorageConfig storageConfig() {
    return storage;
  }

  /** Our bucket. */
  public ObjectStore store() {
    return store;
  }

  /** The documents in our bucket. */
  public Documents documents() {
    return new Documents(store);
  }

  /** Opens masters by address. */
  public Masters masters() {
    return masters;
  }

  /** Numbers of this process. */
  public Metrics metrics() {
    return metrics;
  }

  /** Checks of this process. */
  public Health health() {
    return health;
  }

  /** Traces of this process. */
  public Tracing tracing() {
    return tracing;
  }

  /** Starts to take tasks, measured and traced. */
  public TaskExecutor execute(ExecutorSettings settings, TaskHandler handler) {
    Pulse pulse = new Pulse(WEDGED);
    TaskExecutor executor =
        TaskExecutor.start(
            clients,
            settings,
            handler,
            new TaskTelemetry(metrics, tracing, settings.workerId()),
            pulse::beat);
    health.alive(
        settings.pool() + " heartbeats",
        () -> executor.taking() ? pulse.problem() : Optional.empty());
    health.ready(
        settings.pool() + " executor",
        () -> executor.taking() ? Optional.empty() : Optional.of("It drains."));
    return executor;
  }

  @Override
  public void close() {
    server.ifPresent(TelemetryServer::close);
    health.close();
    tracing.close();
    masters.close();
    store.close();
    metrics.close();
  }
}
