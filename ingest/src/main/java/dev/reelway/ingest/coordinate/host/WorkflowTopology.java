package dev.reelway.ingest.coordinate.host;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.fleet.DeadLetter;
import dev.reelway.contracts.fleet.Heartbeat;
import dev.reelway.contracts.fleet.TitleMessage;
import dev.reelway.contracts.fleet.TitleRequest;
import dev.reelway.contracts.fleet.Topics;
import dev.reelway.contracts.work.ContentHash;
import dev.reelway.platform.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.TopicNameExtractor;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The coordinator in Kafka Streams: messages in, state in changelogged stores, messages out, all in
 * one transaction.
 *
 * <pre>
 *  title-events ─┐                  ┌─▶ tasks.…   control   title-status
 *                ├─▶ coordinator ───┤
 *  heartbeats ───┘    titles,       └─▶ notifications   dead-letters
 *                     requests, tasks
 * </pre>
 *
 * Both inputs have one partition, so that one coordinator sees the whole fleet; other instances
 * stand by with copies of its stores.
 */
public final class WorkflowTopology {

  private static final Logger LOG = LoggerFactory.getLogger(WorkflowTopology.class);

  private static final String COORDINATOR = "coordinator";
  private static final String TITLES = "titles";
  private static final String REQUESTS = "requests";
  private static final String TASKS = "tasks";
  private static final Duration TICK = Duration.ofMillis(200);
  private static final Duration BACKLOG_EVERY = Duration.ofSeconds(5);

  private WorkflowTopology() {}

  /**
   * Builds the topology.
   *
   * @param telemetry is told what is counted
   */
  public static Topology build(
      Topics topics, CoordinatorSettings settings, InstantSource clock, FleetTelemetry telemetry) {
    Topology topology = new Topology();
    topology.addSource(
        "title-events",
        Serdes.String().deserializer(),
        Serdes.ByteArray().deserializer(),
        topics.titleEvents());
    topology.addSource(
        "heartbeats",
        Serdes.String().deserializer(),
        Serdes.ByteArray().deserializer(),
        topics.heartbeats());
    topology.addProcessor(
        COORDINATOR,
        () -> new CoordinatorProcessor(topics, settings, clock, telemetry),
        "title-events",
        "heartbeats");
    for (String store : new String[] {TITLES, REQUESTS, TASKS}) {
      topology.addStateStore(
          org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
              org.apache.kafka.streams.state.Stores.inMemoryKeyValueStore(store),
              Serdes.String(),
              Serdes.ByteArray()),
          COORDINATOR);
    }
    TopicNameExtractor<String, Outgoing> destination = (key, out, context) -> out.topic();
    Serializer<Outgoing> value = (topic, out) -> out.json();
    topology.addSink("out", destination, Serdes.String().serializer(), value, COORDINATOR);
    return topology;
  }

  /** A message on its way to a topic; without one the key is removed there. */
  private record Outgoing(String topic, Object message) {

    byte[] json() {
      return message == null ? null : Json.write(message);
    }
  }

  private static final class CoordinatorProcessor
      implements Processor<String, byte[], String, Outgoing> {

    private final Topics topics;
    private final CoordinatorSettings settings;
    private final InstantSource clock;
    private final FleetTelemetry telemetry;
    private Coordinator coordinator;
    private ProcessorContext<String, Outgoing> context;

    CoordinatorProcessor(
        Topics topics,
        CoordinatorSettings settings,
        InstantSource clock,
        FleetTelemetry telemetry) {
      this.topics = topics;
      this.settings = settings;
      this.clock = clock;
      this.telemetry = telemetry;
    }

    @Override
    public void init(ProcessorContext<String, Outgoing> context) {
      this.context = context;
      coordinator = restored();
      context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, time -> coordinator.tick());
      context.schedule(
          BACKLOG_EVERY,
          PunctuationType.WALL_CLOCK_TIME,
          time -> telemetry.load(coordinator.backlog()));
    }

    private Coordinator restored() {
      Stores stores =
          new StreamsStores(
              context.getStateStore(TITLES),
              context.getStateStore(REQUESTS),
              context.getStateStore(TASKS));
      Coordinator restored =
          new Coordinator(new Environment(settings, topics, stores, this::send, clock, telemetry));
      restored.restore();
      return restored;
    }

    @Override
    public void process(Record<String, byte[]> record) {
      if (record.value() == null) {
        return;
      }
      Runnable handling;
      try {
        handling = reading(record);
      } catch (ReelwayException e) {
        bury(record, e.kind(), e);
        return;
      }
      try {
        handling.run();
      } catch (KafkaException e) {
        throw e; // Kafka Streams must know of its own troubles
      } catch (RuntimeException e) {
        bury(record, FailureKind.INVARIANT_BROKEN, e);
        coordinator = restored();
      }
    }

    private Runnable reading(Record<String, byte[]> record) {
      if (isHeartbeat()) {
        Heartbeat heartbeat = Json.read(record.value(), Heartbeat.class, "A heartbeat");
        return () -> coordinator.handle(heartbeat);
      }
      TitleMessage message = Json.read(record.value(), TitleMessage.class, "A title message");
      return () -> coordinator.handle(record.key(), message);
    }

    // Only our own programs write here, so this one is newer or broken, or shows a bug of ours: it
    // must not stop all others.
    private void bury(Record<String, byte[]> record, FailureKind kind, RuntimeException failure) {
      String source =
          context
              .recordMetadata()
              .map(m -> m.topic() + "-" + m.partition() + "@" + m.offset())
              .orElse("");
      LOG.error("A message that cannot be handled was left out: {}", source, failure);
      DeadLetter letter =
          new DeadLetter(
              "unread-" + ContentHash.ofParts(source).substring(0, 12),
              clock.instant().toString(),
              kind,
              String.valueOf(failure.getMessage()),
              "",
              Optional.empty(),
              "",
              0,
              source,
              new String(record.value(), StandardCharsets.UTF_8),
              "");
      send(topics.deadLetters(), record.key(), letter);
    }

    private void send(String topic, String key, Object message) {
      if (message instanceof DeadLetter letter) {
        telemetry.deadLettered(letter.kind());
      }
      context.forward(new Record<>(key, new Outgoing(topic, message), clock.millis()));
    }

    private boolean isHeartbeat() {
      return context
          .recordMetadata()
          .filter(metadata -> metadata.topic().equals(topics.heartbeats()))
          .isPresent();
    }
  }

  /** The coordinator's rows in Kafka Streams' stores, as JSON. */
  private record StreamsStores(
      KeyValueStore<String, byte[]> titles,
      KeyValueStore<String, byte[]> requests,
      KeyValueStore<String, byte[]> tasks)
      implements Stores {

    @Override
    public void eachTitle(BiConsumer<TitleRow, TitleRequest> reader) {
      try (KeyValueIterator<String, byte[]> all = titles.all()) {
        while (all.hasNext()) {
          KeyValue<String, byte[]> next = all.next();
          byte[] request = requests.get(next.key);
          reader.accept(
              Json.read(next.value, TitleRow.class, next.key),
              Json.read(request, TitleRequest.class, next.key));
        }
      }
    }

    @Override
    public void eachTask(Consumer<TaskRow> reader) {
      try (KeyValueIterator<String, byte[]> all = tasks.all()) {
        while (all.hasNext()) {
          KeyValue<String, byte[]> next = all.next();
          reader.accept(Json.read(next.value, TaskRow.class, next.key));
        }
      }
    }

    @Override
    public void putTitle(TitleRow row) {
      titles.put(row.state().titleId(), Json.write(row));
    }

    @Override
    public void putRequest(TitleRequest request) {
      requests.put(request.titleId(), Json.write(request));
    }

    @Override
    public void removeTitle(String titleId) {
      titles.delete(titleId);
      requests.delete(titleId);
    }

    @Override
    public void putTask(TaskRow row) {
      tasks.put(row.task().id().work(), Json.write(row));
    }

    @Override
    public void removeTask(String work) {
      tasks.delete(work);
    }
  }
}
