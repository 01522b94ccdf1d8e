package dev.reelway.bench;

import dev.reelway.contracts.fleet.Lane;
import dev.reelway.contracts.fleet.PlanOutline;
import dev.reelway.contracts.fleet.Pool;
import dev.reelway.contracts.fleet.Task;
import dev.reelway.contracts.fleet.TaskOutcome;
import dev.reelway.contracts.fleet.TitleMessage;
import dev.reelway.contracts.fleet.TitleRequest;
import dev.reelway.contracts.master.SourceOptions;
import dev.reelway.contracts.plan.Cost;
import dev.reelway.contracts.plan.EncodePlan;
import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.contracts.work.PackagedTask;
import dev.reelway.embedded.EmbeddedKafka;
import dev.reelway.embedded.EmbeddedS3;
import dev.reelway.ingest.coordinate.host.CoordinatorSettings;
import dev.reelway.ingest.coordinate.host.FleetTelemetry;
import dev.reelway.ingest.coordinate.host.WorkflowStreams;
import dev.reelway.manifest.role.ManifestTasks;
import dev.reelway.platform.config.KafkaConfig;
import dev.reelway.platform.config.StorageConfig;
import dev.reelway.platform.messaging.KafkaClients;
import dev.reelway.platform.messaging.Sender;
import dev.reelway.platform.messaging.TopicAdmin;
import dev.reelway.platform.storage.Documents;
import dev.reelway.platform.storage.ObjectStore;
import dev.reelway.platform.storage.ObjectStores;
import dev.reelway.platform.work.ExecutorSettings;
import dev.reelway.platform.work.TaskExecutor;
import dev.reelway.platform.work.TaskHandler;
import dev.reelway.platform.work.TaskObserver;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/**
 * A fleet in one process over a real broker and a real store: the real workflow, queues, executors
 * and manifest writer; only reading, encoding and packaging are pretended, by waiting. Prints how
 * busy the workers were, what a task costs in CPU with Kafka and all, and how long the title took
 * from its last chunk to public.
 *
 * <p>Arguments: folder, chunks, workers, milliseconds that a chunk takes to encode.
 */
public final class FleetBench {

  private static final long PACKAGING_MILLIS = 100;

  private final Documents documents;
  private final EncodePlan plan;
  private final long encodeMillis;
  private final AtomicLong firstEncode = new AtomicLong(Long.MAX_VALUE);
  private final AtomicLong lastEncode = new AtomicLong();
  private final AtomicLong published = new AtomicLong();
  private final CountDownLatch end = new CountDownLatch(1);

  private FleetBench(Documents documents, EncodePlan plan, long encodeMillis) {
    this.documents = documents;
    this.plan = plan;
    this.encodeMillis = encodeMillis;
  }

  /** Runs one title. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    int workers = Integer.parseInt(arguments[2]);
    try (EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0);
        EmbeddedS3 s3 = EmbeddedS3.start(folder.resolve("store"), 0, "key", "secret-secret")) {
      s3.createBucket("bench");
      KafkaClients clients = new KafkaClients(KafkaConfig.at(kafka.bootstrapServers()));
      try (TopicAdmin admin = new TopicAdmin(clients);
          ObjectStore store =
              ObjectStores.open(StorageConfig.of(s3.endpoint(), "bench", "key", "secret-secret"))) {
        admin.createAll();
        FleetBench bench =
            new FleetBench(
                new Documents(store),
                FleetPlans.plan(Integer.parseInt(arguments[1])),
                Long.parseLong(arguments[3]));
        bench.run(clients, folder, workers);
      }
    }
    System.exit(0); // the broker's own threads need not be waited for
  }

  @SuppressWarnings("try") // executors are held, not used
  private void run(KafkaClients clients, Path folder, int workers) throws Exception {
    ManifestTasks manifests = new ManifestTasks(documents, "bench");
    try (WorkflowStreams workflow =
            new WorkflowStreams(
                clients,
                CoordinatorSettings.DEFAULT,
                "bench",
                folder.resolve("state"),
                FleetTelemetry.NONE);
        TaskExecutor inspect = executor(clients, Pool.INSPECT, 2, this::inspect);
        TaskExecutor packager = executor(clients, Pool.PACKAGE, 8, this::packageTask);
        TaskExecutor writer =
            executor(clients, Pool.PUBLISH, 1, (task, progress) -> publish(manifests, task));
        Sender sender = new Sender(clients)) {
      for (int i = 0; i < workers; i++) {
        executor(clients, Pool.ENCODE, 1, this::encode);
      }
      if (!workflow.awaitAnswer(Duration.ofMinutes(1))) {
        throw new IllegalStateException("the workflow does not answer");
      }
      long cpuBefore = cpuNanos();
      documents.put(
          StorageLayout.requestKey(request().titleId(), request().requestId()), request());
      sender.send(
          clients.config().topics().titleEvents(),
          request().titleId(),
          new TitleMessage.Submit(request()));
      end.await();
      tell(workers, cpuNanos() - cpuBefore);
    }
  }

  private TaskExecutor executor(KafkaClients clients, Pool pool, int slots, TaskHandler handler) {
    String build = pool == Pool.ENCODE ? FleetPlans.BUILD : "";
    return TaskExecutor.start(
        clients, ExecutorSettings.of(pool, build, slots), handler, TaskObserver.NONE);
  }

  private void tell(int workers, long cpuNanos) {
    double wall = (lastEncode.get() - firstEncode.get()) / 1e9;
    double ideal = (double) plan.chunks().size() * encodeMillis / 1000 / workers;
    System.out.printf(
        Locale.ROOT,
        "%d chunks of %d ms on %d workers: %.1f s, %.1f %% busy; %.2f ms CPU per chunk for"
            + " workflow, broker, store and executors together; %.2f s from the last chunk to"
            + " public%n",
        plan.chunks().size(),
        encodeMillis,
        workers,
        wall,
        100 * ideal / wall,
        cpuNanos / 1e6 / plan.chunks().size(),
        (published.get() - lastEncode.get()) / 1e9);
  }

  private TaskOutcome inspect(Task task, LongConsumer progress) {
    return switch (task.id().step()) {
      case INSPECT -> new TaskOutcome.Inspected("a title of the benchmark", List.of());
      default -> {
        documents.put(StorageLayout.planKey(task.id().titleId(), task.id().version()), plan);
        yield new TaskOutcome.Planned(outline());
      }
    };
  }

  private TaskOutcome encode(Task task, LongConsumer progress) throws InterruptedException {
    firstEncode.accumulateAndGet(System.nanoTime(), Math::min);
    Thread.sleep(encodeMillis);
    lastEncode.accumulateAndGet(System.nanoTime(), Math::max);
    return new TaskOutcome.Encoded(plan.rungs().size(), 0, 30_000_000, encodeMillis / 1000.0);
  }

  private TaskOutcome packageTask(Task task, LongConsumer progress) throws InterruptedException {
    Thread.sleep(PACKAGING_MILLIS);
    int chunk = task.id().task().orElseThrow().number();
    PackagedTask packaged = FleetPlans.packaged(plan, plan.chunks().get(chunk));
    documents.put(
        StorageLayout.packagedKey(
            task.id().titleId(),
            task.id().version(),
            task.engineBuild(),
            task.id().task().orElseThrow()),
        packaged);
    return new TaskOutcome.Packaged(packaged.segments().size(), 30_000_000);
  }

  private TaskOutcome publish(ManifestTasks manifests, Task task) throws InterruptedException {
    // Pretended segments have no bytes that a gate could let through.
    TaskOutcome outcome = manifests.run(task.forced(true), done -> {});
    published.set(System.nanoTime());
    end.countDown();
    return outcome;
  }

  private PlanOutline outline() {
    return new PlanOutline(
        plan.planHash(),
        plan.engineBuild(),
        plan.grid().duration().seconds().toDouble(),
        plan.chunks().size(),
        0,
        0,
        plan.chunks().get(0).frameCount(),
        plan.grid().frameCount(),
        List.of("1080p"),
        new Cost(1, 1, 1),
        List.of());
  }

  private static TitleRequest request() {
    return new TitleRequest(
        TitleRequest.SCHEMA,
        "benchmark",
        "bench",
        "A title of the benchmark",
        "s3://bench/master.mov",
        "",
        "default",
        "",
        Lane.STANDARD,
        false,
        false,
        Optional.empty(),
        Optional.empty(),
        SourceOptions.STRICT,
        Map.of(),
        "bench",
        "2026-01-01T00:00:00Z");
  }

  private static long cpuNanos() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
