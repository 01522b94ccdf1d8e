package dev.reelway.cli.serve;

import dev.reelway.cli.command.MediaEngines;
import dev.reelway.cli.command.ProgramVersion;
import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.embedded.EmbeddedKafka;
import dev.reelway.embedded.EmbeddedS3;
import dev.reelway.ingest.IngestConfig;
import dev.reelway.ingest.IngestRole;
import dev.reelway.ingest.accept.http.HttpConfig;
import dev.reelway.ingest.accept.upload.StagedUploads;
import dev.reelway.manifest.role.ManifestWriterRole;
import dev.reelway.packager.PackagerRole;
import dev.reelway.platform.config.DataSize;
import dev.reelway.platform.config.KafkaConfig;
import dev.reelway.platform.config.StorageConfig;
import dev.reelway.platform.config.TelemetryConfig;
import dev.reelway.platform.role.ExecutorConfig;
import dev.reelway.platform.role.RoleRuntime;
import dev.reelway.platform.telemetry.Logging;
import dev.reelway.platform.work.TaskExecutor;
import dev.reelway.transcode.WorkerConfig;
import dev.reelway.transcode.WorkerRole;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Broker, object store and roles in one process, started in order and stopped in reverse. */
final class UpServices implements AutoCloseable {

  /** Tasks of this process's own workers are given back when it stops: it will be up again. */
  private static final Duration GRACE = Duration.ZERO;

  /** Work objects may take this part of the free disk, in percent. */
  private static final int WORK_PERCENT = 60;

  /** The embedded broker is for this machine only. */
  private static final String KAFKA_HOST = "127.0.0.1";

  /** Where things listen, and how much is done at a time. */
  record Listening(String host, int port, int storePort, int kafkaPort, int slots) {

    /** Says at once what would else fail when broker and store have started. */
    void check() {
      check(host, port, "--port");
      check(host, storePort, "--store-port");
      check(KAFKA_HOST, kafkaPort, "--kafka-port");
    }

    private static void check(String host, int wanted, String option) {
      try (ServerSocket socket = new ServerSocket()) {
        socket.setReuseAddress(true); // as servers do: connections of an earlier run may linger
        socket.bind(new InetSocketAddress(host, wanted));
      } catch (IOException | IllegalArgumentException e) {
        throw new ReelwayException(
            FailureKind.USAGE_INVALID,
            """
            Cannot listen on %s port %d: another program uses it, perhaps another 'reelway up'; \
            choose another with %s.\
            """
                .formatted(host, wanted, option),
            e);
      }
    }
  }

  private final Installation installation;
  private final ConfigOption config;
  private final Listening listening;
  private final EmbeddedKafka kafka;
  private final EmbeddedS3 store;
  private final List<TaskExecutor> executors = new ArrayList<>();
  private Optional<RoleRuntime> runtime = Optional.empty();
  private Optional<IngestRole> ingest = Optional.empty();

  private UpServices(
      Installation installation,
      ConfigOption config,
      Listening listening,
      EmbeddedKafka kafka,
      EmbeddedS3 store) {
    this.installation = installation;
    this.config = config;
    this.listening = listening;
    this.kafka = kafka;
    this.store = store;
  }

  /**
   * Starts broker and store, then the roles.
   *
   * @param died is told why the broker gave up by itself
   */
  static UpServices start(
      Installation installation,
      ConfigOption config,
      Listening listening,
      Set<UpRole> roles,
      Consumer<String> died) {
    TelemetryConfig telemetry = config.load("telemetry", TelemetryConfig.class);
    Logging.start(telemetry, "up");
    listening.check();
    Installation.Secrets secrets = installation.secrets();
    EmbeddedKafka kafka = EmbeddedKafka.start(installation.kafka(), listening.kafkaPort());
    EmbeddedS3 store;
    try {
      store =
          EmbeddedS3.start(
              installation.store(),
              listening.host(),
              listening.storePort(),
              secrets.accessKey(),
              secrets.secretKey());
    } catch (Throwable e) {
      kafka.close();
      throw e;
    }
    UpServices services = new UpServices(installation, config, listening, kafka, store);
    try {
      services.begin(secrets, telemetry, roles, died);
      return services;
    } catch (Throwable e) {
      services.close();
      throw e;
    }
  }

  private void begin(
      Installation.Secrets secrets,
      TelemetryConfig telemetry,
      Set<UpRole> roles,
      Consumer<String> died) {
    var unused = kafka.died().thenAccept(died);
    store.createBucket(Installation.BUCKET);
    installation.writeConfig(bootstrapServers(), storeUrl(), secrets);
    if (roles.isEmpty()) {
      return;
    }
    RoleRuntime shared =
        RoleRuntime.start(
            "up",
            ProgramVersion.get(),
            KafkaConfig.at(bootstrapServers()),
            storage(secrets),
            telemetry);
    runtime = Optional.of(shared);
    if (roles.contains(UpRole.INGEST)) {
      ingest = Optional.of(ingest(shared));
    }
    if (roles.contains(UpRole.WORKER)) {
      executors.add(WorkerRole.start(shared, worker(), MediaEngines::local));
    }
    if (roles.contains(UpRole.PACKAGER)) {
      executors.add(PackagerRole.start(shared, executor("packager", "packager")));
    }
    if (roles.contains(UpRole.MANIFEST_WRITER)) {
      executors.add(
          ManifestWriterRole.start(shared, executor("manifestWriter", "manifest-writer")));
    }
  }

  private StorageConfig storage(Installation.Secrets secrets) {
    return StorageConfig.of(
            store.endpoint(), Installation.BUCKET, secrets.accessKey(), secrets.secretKey())
        .withMasters(List.of(), masterFolders())
        .servedAt(publicBaseUrl());
  }

  // Behind a proxy, or for viewers on other machines, the store has another name.
  private URI publicBaseUrl() {
    return config
        .load("storage", StorageConfig.class)
        .publicBaseUrl()
        .orElseGet(() -> URI.create(storeUrl() + "/" + Installation.BUCKET));
  }

  // Who can only be reached from this machine serves its user, who may read these files anyway.
  private List<Path> masterFolders() {
    try {
      boolean onlyHere = InetAddress.getByName(listening.host()).isLoopbackAddress();
      return onlyHere ? List.of(Path.of("/")) : List.of();
    } catch (UnknownHostException e) {
      return List.of();
    }
  }

  private IngestRole ingest(RoleRuntime shared) {
    IngestConfig configured = config.load("ingest", IngestConfig.class);
    HttpConfig http = configured.http().listeningOn(listening.host(), listening.port());
    IngestConfig local =
        configured
            .at(http, installation.ingest(), named(configured.executor(), "ingest"))
            .withWorkSpace(new DataSize(installation.freeBytes() / 100 * WORK_PERCENT));
    return IngestRole.start(
        shared,
        local,
        MediaEngines.local(),
        Optional.of(new StagedUploads(installation.uploads(), new StoredMasters(store))));
  }

  private WorkerConfig worker() {
    WorkerConfig configured = config.load("worker", WorkerConfig.class);
    int slots = listening.slots() > 0 ? listening.slots() : configured.slots();
    return new WorkerConfig(
        Optional.of("up-worker"), slots, installation.scratch(), configured.score(), GRACE);
  }

  private ExecutorConfig executor(String section, String role) {
    return named(config.load(section, ExecutorConfig.class), role);
  }

  private static ExecutorConfig named(ExecutorConfig configured, String name) {
    return new ExecutorConfig(Optional.of("up-" + name), configured.slots(), GRACE);
  }

  Optional<IngestRole> ingest() {
    return ingest;
  }

  Installation installation() {
    return installation;
  }

  Optional<String> apiUrl() {
    return ingest.map(role -> "http://" + listening.host() + ":" + role.port());
  }

  String storeUrl() {
    return store.endpoint().toString();
  }

  String bootstrapServers() {
    return kafka.bootstrapServers();
  }

  /** Waits until work is taken. */
  boolean awaitReady(Duration limit) throws InterruptedException {
    return ingest.isEmpty() || ingest.get().awaitReady(limit);
  }

  /** Clients go before what they talk to. */
  @Override
  public void close() {
    executors.forEach(TaskExecutor::close);
    ingest.ifPresent(IngestRole::close);
    runtime.ifPresent(RoleRuntime::close);
    store.close();
    kafka.close();
  }
}
