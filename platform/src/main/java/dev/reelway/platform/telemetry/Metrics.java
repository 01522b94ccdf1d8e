package dev.reelway.platform.telemetry;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.fleet.Step;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that a process counts: one method for each thing that may happen, so that a name or a
 * label is written once, here. {@code docs/metrics.md} describes the result. All methods may be
 * called from any thread and are cheap.
 */
public final class Metrics implements AutoCloseable {

  /** The media type of {@link #scrape}. */
  public static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private static final Logger log = LoggerFactory.getLogger(Metrics.class);

  private static final Duration[] TASK_BUCKETS = {
    Duration.ofMillis(100),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofSeconds(2),
    Duration.ofSeconds(5),
    Duration.ofSeconds(10),
    Duration.ofSeconds(30),
    Duration.ofMinutes(1),
    Duration.ofMinutes(2),
    Duration.ofMinutes(5),
    Duration.ofMinutes(15),
    Duration.ofHours(1)
  };

  private static final Duration[] REQUEST_BUCKETS = {
    Duration.ofMillis(5),
    Duration.ofMillis(25),
    Duration.ofMillis(100),
    Duration.ofMillis(500),
    Duration.ofSeconds(2),
    Duration.ofSeconds(10)
  };

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final FleetGauges fleet = new FleetGauges(registry);
  private volatile Supplier<Optional<FleetLoad>> load = Optional::empty;

  /**
   * Starts counting at zero.
   *
   * @param role what this process is, such as {@code worker}
   * @param version of the program
   */
  public Metrics(String role, String version) {
    ProcessGauges.register(registry);
    Gauge.builder("reelway.build", () -> 1)
        .description("Always 1; its labels say what runs.")
        .tags("role", role, "version", version)
        .register(registry);
  }

  /** An executor ended an attempt; {@code took} is its wall time from the grant. */
  public void taskEnded(Step step, TaskEnd end, Duration took) {
    Timer.builder("reelway.task")
        .description("Wall time of attempts.")
        .tags("step", label(step), "outcome", end.label())
        .serviceLevelObjectives(TASK_BUCKETS)
        .register(registry)
        .record(took);
  }

  /** An executor's attempt failed. */
  public void taskFailed(Step step, FailureKind kind) {
    count("reelway.task.failures", "Attempts that failed.", byKind(step, kind), 1);
  }

  /** The workflow gives a task out again because of {@code kind}. */
  public void taskRetried(Step step, FailureKind kind) {
    count("reelway.task.retries", "Tasks given out again.", byKind(step, kind), 1);
  }

  /** The workflow gave a task up, or an ingest record was not understood. */
  public void deadLettered(FailureKind kind) {
    count(
        "reelway.dead.letters",
        "Tasks given up and ingest records not understood.",
        Tags.of("kind", kind.code()),
        1);
  }

  /**
   * A worker encoded a task.
   *
   * @param media how long what it encoded plays
   * @param took wall time
   */
  public void encoded(Duration media, Duration took) {
    double seconds = toSeconds(media);
    count("reelway.encoded.media.seconds", "Playing time encoded.", Tags.empty(), seconds);
    if (!took.isZero()) {
      DistributionSummary.builder("reelway.encode.realtime.factor")
          .description("Playing time of a task over its wall time, all rungs together.")
          .register(registry)
          .record(seconds / toSeconds(took));
    }
  }

  /** Of the work objects of a task, {@code reused} were found and {@code made} were encoded. */
  public void parts(int made, int reused) {
    String name = "reelway.encoded.parts";
    String description = "Work objects of encode tasks.";
    count(name, description, Tags.of("found", "false"), made);
    count(name, description, Tags.of("found", "true"), reused);
  }

  /** Bytes came from the object store. */
  public void bytesRead(long bytes) {
    count(
        "reelway.storage.read.bytes", "Bytes from the object store.", Tags.empty(), (double) bytes);
  }

  /** Bytes went to the object store. */
  public void bytesWritten(long bytes) {
    count(
        "reelway.storage.written.bytes",
        "Bytes to the object store.",
        Tags.empty(),
        (double) bytes);
  }

  /**
   * The HTTP API answered.
   *
   * @param route the path with placeholders, never with a title's id: each value is a series
   */
  public void requestServed(String method, String route, int status, Duration took) {
    Timer.builder("reelway.http.request")
        .description("Time to answer requests of the HTTP API.")
        .tags("method", method, "route", route, "status", Integer.toString(status))
        .serviceLevelObjectives(REQUEST_BUCKETS)
        .register(registry)
        .record(took);
  }

  /** Titles that make no progress, as this process found when it looked last. */
  public void stalledTitles(LongSupplier count) {
    Gauge.builder("reelway.titles.stalled", count, LongSupplier::getAsLong)
        .description("Titles that make no progress.")
        .strongReference(true)
        .register(registry);
  }

  /**
   * Where the gauges of the fleet come from; asked once for each scrape, so they are of one moment.
   *
   * @param load empty while this process does not host the workflow
   */
  public void fleet(Supplier<Optional<FleetLoad>> load) {
    this.load = load;
  }

  /** All values in the text format of Prometheus. */
  public synchronized String scrape() {
    fleet.show(currentLoad());
    return registry.scrape();
  }

  @Override
  public void close() {
    registry.close();
  }

  // The other values are wanted most when the workflow is in trouble.
  private Optional<FleetLoad> currentLoad() {
    try {
      return load.get();
    } catch (RuntimeException e) {
      log.warn("The workflow did not tell its load.", e);
      return Optional.empty();
    }
  }

  private void count(String name, String description, Tags tags, double amount) {
    Counter.builder(name).description(description).tags(tags).register(registry).increment(amount);
  }

  private static Tags byKind(Step step, FailureKind kind) {
    return Tags.of("step", label(step), "kind", kind.code());
  }

  private static String label(Step step) {
    return step.name().toLowerCase(Locale.ROOT);
  }

  private static double toSeconds(Duration duration) {
    return duration.toNanos() / (double) Duration.ofSeconds(1).toNanos();
  }
}
