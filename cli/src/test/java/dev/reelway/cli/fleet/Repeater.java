package dev.reelway.cli.fleet;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends every message to the workflow and every task once more, as soon as it has been sent: later
 * than the first, and between others.
 */
final class Repeater implements AutoCloseable {

  private static final Pattern TOPICS =
      Pattern.compile("reelway\\.(title-events|heartbeats|tasks\\..*)");

  private static final String MARK = "repeated";

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final KafkaProducer<byte[], byte[]> producer;
  private final AtomicInteger repeated = new AtomicInteger();
  private final Thread thread = new Thread(this::repeat, "repeater");
  private volatile boolean closed;

  private Repeater(String bootstrapServers) {
    consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers", bootstrapServers,
                "group.id", "repeater",
                "auto.offset.reset", "earliest",
                "isolation.level", "read_committed",
                "metadata.max.age.ms", 1000),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  static Repeater start(String bootstrapServers) {
    Repeater repeater = new Repeater(bootstrapServers);
    repeater.thread.setDaemon(true);
    repeater.thread.start();
    return repeater;
  }

  /** How many messages so far came twice. */
  int repeated() {
    return repeated.get();
  }

  private void repeat() {
    try (consumer;
        producer) {
      consumer.subscribe(TOPICS);
      while (!closed) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
          if (record.headers().lastHeader(MARK) == null) {
            Future<RecordMetadata> unused = producer.send(again(record)); // flushed below
            repeated.incrementAndGet();
          }
        }
        producer.flush();
      }
    }
  }

  private static ProducerRecord<byte[], byte[]> again(ConsumerRecord<byte[], byte[]> record) {
    List<Header> headers = List.of(new RecordHeader(MARK, new byte[0]));
    return new ProducerRecord<>(record.topic(), null, record.key(), record.value(), headers);
  }

  @Override
  public void close() {
    closed = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
