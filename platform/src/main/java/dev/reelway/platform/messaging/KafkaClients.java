package dev.reelway.platform.messaging;

import dev.reelway.platform.config.KafkaConfig;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.consumer.ShareConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Makes Kafka's clients as all roles use them: nothing is lost, nothing uncommitted is read, and a
 * broker that is away is told within seconds. Keys are texts, values are bytes.
 *
 * @param config which cluster
 */
public record KafkaClients(KafkaConfig config) {

  private static final String ANSWER_MILLIS = "10000";
  private static final String DELIVERY_MILLIS = "15000";

  /** Settings for any client, the configured properties last. */
  public Map<String, Object> common() {
    Map<String, Object> settings = new HashMap<>();
    settings.put("bootstrap.servers", config.bootstrapServers());
    // A broker that restarts is found again at once, one that is away is not asked in a tight loop.
    settings.put("reconnect.backoff.ms", "50");
    settings.put("reconnect.backoff.max.ms", "1000");
    settings.put("request.timeout.ms", ANSWER_MILLIS);
    settings.putAll(config.properties());
    return settings;
  }

  /** An administrator. */
  public Admin admin() {
    Map<String, Object> settings = common();
    settings.putIfAbsent("default.api.timeout.ms", DELIVERY_MILLIS);
    return Admin.create(settings);
  }

  /** A producer that keeps the order and writes each record once. */
  public Producer<String, byte[]> producer() {
    Map<String, Object> settings = common();
    settings.put("acks", "all");
    settings.put("enable.idempotence", "true");
    settings.put("linger.ms", "0");
    settings.putIfAbsent("max.block.ms", DELIVERY_MILLIS);
    settings.putIfAbsent("delivery.timeout.ms", DELIVERY_MILLIS);
    settings.put("compression.type", "none"); // messages are small, and natives are not
    return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
  }

  /**
   * A consumer of ordinary topics that reads committed records and never commits by itself.
   *
   * @param special settings beyond the usual
   */
  public Consumer<String, byte[]> consumer(Map<String, Object> special) {
    Map<String, Object> settings = common();
    settings.put("isolation.level", "read_committed");
    settings.put("enable.auto.commit", "false");
    settings.put("allow.auto.create.topics", "false");
    settings.putIfAbsent("default.api.timeout.ms", DELIVERY_MILLIS);
    settings.putAll(special);
    return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
  }

  /**
   * A consumer of work queues that is handed one record at a time and nothing beyond it.
   *
   * @param group its share group
   */
  public ShareConsumer<String, byte[]> shareConsumer(String group) {
    Map<String, Object> settings = common();
    settings.put("group.id", group);
    settings.put("share.acknowledgement.mode", "explicit");
    settings.put("share.acquire.mode", "record_limit");
    settings.put("max.poll.records", "1");
    // A member without a free slot holds nothing; it may stay away as long as it likes.
    settings.put("max.poll.interval.ms", Integer.toString(Integer.MAX_VALUE));
    settings.putIfAbsent("default.api.timeout.ms", DELIVERY_MILLIS);
    return new KafkaShareConsumer<>(
        settings, new StringDeserializer(), new ByteArrayDeserializer());
  }
}
