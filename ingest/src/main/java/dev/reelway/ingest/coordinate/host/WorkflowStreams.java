package dev.reelway.ingest.coordinate.host;

import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.fleet.Control;
import dev.reelway.contracts.fleet.TitleMessage;
import dev.reelway.contracts.fleet.Topics;
import dev.reelway.platform.messaging.KafkaClients;
import dev.reelway.platform.messaging.Sender;
import dev.reelway.platform.messaging.TopicTail;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the {@link WorkflowTopology} in this process, and says whether the workflow answers. */
public final class WorkflowStreams implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(WorkflowStreams.class);
  private static final Duration CLOSING = Duration.ofSeconds(10);
  private static final Duration ASK_EVERY = Duration.ofSeconds(1);
  private static final Duration SILENCE = Duration.ofSeconds(15);
  private static final int COMMIT_MILLIS = 100;

  /** A killed instance's open transaction hides later messages until the broker gives it up. */
  private static final int TRANSACTION_MILLIS = 5_000;

  private static final int SESSION_MILLIS = 12_000;

  private final KafkaStreams streams;
  private final Sender sender;
  private final Topics topics;
  private final TopicTail<Control> control;
  private final String probe = UUID.randomUUID().toString();
  private final CountDownLatch firstAnswer = new CountDownLatch(1);
  private final ScheduledExecutorService asking =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "workflow-probe");
            thread.setDaemon(true);
            return thread;
          });
  private volatile long answeredNanos;

  /**
   * Starts to coordinate, or to stand by while another instance does.
   *
   * @param instance outlives restarts of this process and is unique among ingest instances: who
   *     comes back under it takes up its work at once
   * @param folder for the library's own files
   * @param telemetry is told what is counted
   */
  public WorkflowStreams(
      KafkaClients clients,
      CoordinatorSettings settings,
      String instance,
      Path folder,
      FleetTelemetry telemetry) {
    this.topics = clients.config().topics();
    this.sender = new Sender(clients);
    this.control =
        TopicTail.start(
            clients,
            topics.control(),
            TopicTail.From.END,
            Control.class,
            received -> received.value().ifPresent(this::heard));
    this.streams =
        new KafkaStreams(
            WorkflowTopology.build(topics, settings, InstantSource.system(), telemetry),
            properties(clients, instance, folder));
    streams.setUncaughtExceptionHandler(
        failure -> {
          LOG.error("The workflow stumbled and starts again.", failure);
          return StreamThreadExceptionResponse.REPLACE_THREAD;
        });
    streams.start();
    ScheduledFuture<?> unused =
        asking.scheduleWithFixedDelay(this::ask, 0, ASK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  private Properties properties(KafkaClients clients, String instance, Path folder) {
    Properties properties = new Properties();
    properties.putAll(clients.common());
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, topics.workflowApplication());
    properties.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
    properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, COMMIT_MILLIS);
    properties.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, clients.config().replicationFactor());
    properties.put(
        StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG,
        clients.config().replicationFactor() > 1 ? 1 : 0);
    properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), instance);
    properties.put(
        StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), SESSION_MILLIS);
    properties.put(
        StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
    properties.put(
        StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG),
        TRANSACTION_MILLIS);
    return properties;
  }

  private void ask() {
    try {
      sender.send(topics.titleEvents(), "probe", new TitleMessage.Probe(probe));
    } catch (ReelwayException e) {
      LOG.debug("The workflow cannot be asked: {}", e.getMessage());
    }
  }

  private void heard(Control message) {
    if (message instanceof Control.Alive alive && alive.id().equals(probe)) {
      answeredNanos = System.nanoTime();
      firstAnswer.countDown();
    }
  }

  /**
   * Whether the workflow, wherever it runs, answers lately; a state of the library would only say
   * that it wants to.
   *
   * @return why it cannot be relied on, or nothing
   */
  public Optional<String> problem() {
    boolean well =
        firstAnswer.getCount() == 0 && System.nanoTime() - answeredNanos < SILENCE.toNanos();
    return well ? Optional.empty() : Optional.of("The workflow does not answer.");
  }

  /** Waits for the workflow's first answer. */
  public boolean awaitAnswer(Duration limit) throws InterruptedException {
    return firstAnswer.await(limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    asking.shutdownNow();
    streams.close(CLOSING);
    control.close();
    sender.close();
  }
}
