package dev.reelway.ingest;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.fleet.DeadLetter;
import dev.reelway.contracts.fleet.Pool;
import dev.reelway.contracts.fleet.Step;
import dev.reelway.contracts.fleet.Topics;
import dev.reelway.ingest.accept.Acceptance;
import dev.reelway.ingest.accept.MasterLookup;
import dev.reelway.ingest.accept.Profiles;
import dev.reelway.ingest.accept.TitleSender;
import dev.reelway.ingest.accept.http.Access;
import dev.reelway.ingest.accept.http.ApiServer;
import dev.reelway.ingest.accept.http.Collaborators;
import dev.reelway.ingest.accept.http.Operations;
import dev.reelway.ingest.accept.http.Probes;
import dev.reelway.ingest.accept.http.TitleWork;
import dev.reelway.ingest.accept.http.portal.PortalFiles;
import dev.reelway.ingest.accept.key.ApiKeys;
import dev.reelway.ingest.accept.oidc.PersonTokens;
import dev.reelway.ingest.accept.upload.MultipartPlace;
import dev.reelway.ingest.accept.upload.UploadPlace;
import dev.reelway.ingest.accept.upload.Uploads;
import dev.reelway.ingest.coordinate.host.CoordinatorSettings;
import dev.reelway.ingest.coordinate.host.FleetTelemetry;
import dev.reelway.ingest.coordinate.host.WorkflowStreams;
import dev.reelway.ingest.notify.WebhookRunner;
import dev.reelway.ingest.queue.DeadLetterBox;
import dev.reelway.ingest.queue.IngestQueue;
import dev.reelway.ingest.queue.IngestTopic;
import dev.reelway.ingest.recover.ArchiveTopic;
import dev.reelway.ingest.recover.MaintenanceService;
import dev.reelway.ingest.retain.AbandonedUploads;
import dev.reelway.ingest.retain.Sweep;
import dev.reelway.ingest.retain.ViewedTitles;
import dev.reelway.ingest.schedule.Housekeeping;
import dev.reelway.ingest.schedule.Schedules;
import dev.reelway.ingest.taskmap.TaskMaps;
import dev.reelway.ingest.watch.WatchFolders;
import dev.reelway.media.MediaEngine;
import dev.reelway.platform.config.DataSize;
import dev.reelway.platform.messaging.GroupReader;
import dev.reelway.platform.messaging.Sender;
import dev.reelway.platform.role.RoleRuntime;
import dev.reelway.platform.storage.MasterInfo;
import dev.reelway.platform.storage.ObjectStores;
import dev.reelway.platform.telemetry.FleetLoad;
import dev.reelway.platform.telemetry.LatestLoad;
import dev.reelway.platform.telemetry.Metrics;
import dev.reelway.platform.work.TaskExecutor;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ingest role: the API, the workflow (or its stand-by), inspection and planning, and everything
 * that goes by the clock.
 */
public final class IngestRole implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(IngestRole.class);

  /** An instance that no longer hosts the workflow must not go on showing what it last knew. */
  private static final Duration LOAD_VALID = Duration.ofSeconds(30);

  /** The workflow answers within a fraction of this, unless it is busy or away. */
  private static final Duration SETTLING = Duration.ofSeconds(3);

  private final RoleRuntime runtime;
  private final IngestConfig config;
  private final Clock clock = Clock.systemUTC();

  /** What is closed in the end, the last started first. */
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();

  private final LatestLoad load = new LatestLoad(LOAD_VALID);
  private Sender sender;
  private IngestTails tails;
  private WorkflowStreams workflow;
  private Acceptance acceptance;
  private ApiKeys keys;
  private ApiServer server;
  private TaskExecutor executor;

  private IngestRole(RoleRuntime runtime, IngestConfig config) {
    this.runtime = runtime;
    this.config = config;
  }

  /**
   * Starts everything; {@link #awaitReady} says when work is taken.
   *
   * @param staging where uploads come in through us, on one machine; without it clients upload
   *     straight to the object store
   */
  public static IngestRole start(
      RoleRuntime runtime, IngestConfig config, MediaEngine engine, Optional<UploadPlace> staging) {
    IngestRole role = new IngestRole(runtime, config);
    try {
      role.begin(engine, staging);
      return role;
    } catch (Throwable e) {
      role.close();
      throw e;
    }
  }

  private void begin(MediaEngine engine, Optional<UploadPlace> staging) {
    Topics topics = runtime.topics();
    sender = keep(new Sender(runtime.clients()));
    TitleSender titles = new TracedTitles(sender, topics.titleEvents(), runtime.tracing());
    acceptance = new Acceptance(runtime.store(), masters(), titles, clock);
    WatchFolders folders =
        WatchFolders.of(
            config.watchFolders(),
            runtime.store(),
            bucket -> keep(ObjectStores.open(runtime.storageConfig(), bucket)),
            acceptance,
            this::bury,
            clock);
    DeadLetterBox box = new DeadLetterBox(this::ingestAgain, folders::lookAgain);
    tails = keep(new IngestTails(runtime.clients(), clock, box));
    keys = new ApiKeys(runtime.store(), clock);
    workflow =
        keep(
            new WorkflowStreams(
                runtime.clients(), settings(), instance(), config.folder(), telemetry()));
    executor =
        keep(
            runtime.execute(
                config.executor().settings(Pool.INSPECT, ""),
                new IngestTasks(runtime.documents(), runtime.masters()::files, engine)));
    GroupReader topic =
        keep(
            IngestTopic.start(
                runtime.clients(), new IngestQueue(acceptance, folders), this::bury, clock));
    runtime.health().alive("ingest topic", topic::problem);
    runtime.health().alive("views", tails::stopped);
    keep(ArchiveTopic.start(runtime.clients(), runtime.store()));
    serve(staging, titles, folders, box);
  }

  private void serve(
      Optional<UploadPlace> staging, TitleSender titles, WatchFolders folders, DeadLetterBox box) {
    StoredParts storedParts = keep(new StoredParts(runtime.storageConfig(), runtime.store()));
    Uploads uploads =
        new Uploads(
            runtime.store(),
            staging.orElseGet(() -> new MultipartPlace(storedParts)),
            acceptance,
            config.uploads(),
            clock);
    ViewedTitles viewed = new ViewedTitles(tails.titles(), tails::caughtUp);
    TaskMaps tasks =
        keep(new TaskMaps(runtime.store(), tails.titles(), tails.executors(), tails.trails()));
    Sweep sweep = new Sweep(runtime.store(), viewed, clock);
    Housekeeping housekeeping = new Housekeeping(config.schedule(), viewed, titles, clock);
    runtime.metrics().stalledTitles(housekeeping::stalledTitles);
    WebhookRunner webhooks =
        keep(WebhookRunner.start(runtime.clients(), runtime.store(), config.webhooks(), clock));
    AbandonedUploads abandoned =
        new AbandonedUploads(
            uploads,
            staging.isPresent() ? time -> 0 : storedParts::abortBegunBefore,
            config.schedule().abandonedAfter(),
            clock);
    keep(
        Schedules.start(
            config.schedule(),
            config.folder().resolve("schedules"),
            housekeeping.tasks(sweep, folders, abandoned)));
    runtime.health().ready("workflow", workflow::problem);
    runtime.health().ready("titles", tails::problem);
    runtime.metrics().fleet(load);
    server =
        keep(
            ApiServer.start(
                config.http(),
                new Collaborators(
                    new TitleWork(
                        runtime.store(),
                        acceptance,
                        titles,
                        tails.titles(),
                        runtime.storageConfig().publicBaseUrl(),
                        SETTLING),
                    uploads,
                    new Access(
                        keys,
                        config.http().oidc().map(oidc -> new PersonTokens(oidc, clock)),
                        entry -> sender.send(runtime.topics().audit(), entry.tenant(), entry),
                        tails.audit()),
                    new Operations(
                        tails.executors(),
                        new Profiles(runtime.store()),
                        webhooks.webhooks(),
                        new MaintenanceService(
                            runtime.store(), viewed, titles, sweep, housekeeping.rules()),
                        box,
                        tasks,
                        tails.statistics()),
                    new Probes(
                        runtime.version(),
                        runtime.health()::alive,
                        runtime.health()::ready,
                        runtime.metrics()::scrape,
                        runtime.metrics()::requestServed),
                    PortalFiles.ofThisProgram())));
  }

  private CoordinatorSettings settings() {
    return CoordinatorSettings.DEFAULT
        .admitting(
            config.titlesInFlight(), config.workSpace().map(DataSize::bytes).orElse(Long.MAX_VALUE))
        .leasing(config.lease(), config.replanAfter());
  }

  private String instance() {
    return config.executor().name().orElse(executorHost());
  }

  private String executorHost() {
    return config.executor().settings(Pool.INSPECT, "").host();
  }

  // Clients name any path of theirs, so only who may read all of the machine takes paths.
  private MasterLookup masters() {
    boolean wholeMachine = runtime.storageConfig().masterFolders().contains(Path.of("/"));
    return wholeMachine ? MasterLookup.withLocalPaths(this::find) : this::find;
  }

  private MasterLookup.Found find(String address) {
    MasterInfo info = runtime.masters().head(address);
    return new MasterLookup.Found(info.etag(), info.sizeBytes());
  }

  private FleetTelemetry telemetry() {
    Metrics metrics = runtime.metrics();
    return new FleetTelemetry() {
      @Override
      public void load(FleetLoad now) {
        load.accept(now);
      }

      @Override
      public void retried(Step step, FailureKind kind) {
        metrics.taskRetried(step, kind);
      }

      @Override
      public void deadLettered(FailureKind kind) {
        metrics.deadLettered(kind);
      }
    };
  }

  private void bury(DeadLetter letter) {
    runtime.metrics().deadLettered(letter.kind());
    sender.send(runtime.topics().ingestDeadLetters(), letter.id(), letter);
  }

  private void ingestAgain(byte[] record) {
    sender.sendBytes(runtime.topics().ingest(), record);
  }

  private <T extends AutoCloseable> T keep(T part) {
    parts.push(part);
    return part;
  }

  /** Waits until the workflow answers and all titles are known. */
  public boolean awaitReady(Duration limit) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    if (!workflow.awaitAnswer(limit)) {
      return false;
    }
    while (!tails.caughtUp() && System.nanoTime() < end) {
      Thread.sleep(20);
    }
    return tails.caughtUp();
  }

  /** Keys of those who may call the API. */
  public ApiKeys keys() {
    return keys;
  }

  /** The port of the API. */
  public int port() {
    return server.port();
  }

  /** Lets running inspections end, then stops. */
  public void drain() throws InterruptedException {
    executor.drain();
    close();
  }

  @Override
  public void close() {
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) { // the others are closed all the same
        LOG.warn("A part of the ingest role did not close in order: {}", e.toString());
      }
    }
  }
}
