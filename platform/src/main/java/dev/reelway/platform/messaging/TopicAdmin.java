package dev.reelway.platform.messaging;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.fleet.Pool;
import dev.reelway.contracts.fleet.Topics;
import dev.reelway.platform.config.KafkaConfig;
import dev.reelway.platform.config.QueueMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.InvalidRequestException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes topics and groups. Any role may do it at any time, several at once too: what is there stays
 * as it is.
 */
public final class TopicAdmin implements AutoCloseable {

  /** A share group is set before its first member comes. */
  private static final Map<String, String> GROUP_SETTINGS =
      Map.of(
          // Tasks that were there before the first executor are tasks too.
          "share.auto.offset.reset", "earliest",
          // The workflow takes back what it dispatched in a transaction that failed.
          "share.isolation.level", "read_committed",
          "share.record.lock.duration.ms", "30000",
          "share.delivery.count.limit", "10");

  /**
   * Partitions are divided among all members, so those of an executor that was killed are nobody's
   * until its session is over: 45 s as brokers come. They refuse less than their own minimum.
   */
  private static final Map<String, String> QUICK_SETTINGS =
      Map.of("share.session.timeout.ms", "6000", "share.heartbeat.interval.ms", "500");

  private static final Logger LOG = LoggerFactory.getLogger(TopicAdmin.class);

  private final KafkaConfig config;
  private final Topics topics;
  private final Admin admin;

  /** An administrator with a client of its own. */
  public TopicAdmin(KafkaClients clients) {
    config = clients.config();
    topics = config.topics();
    admin = clients.admin();
  }

  /**
   * Makes every topic and the queues of all pools but {@code ENCODE}.
   *
   * @throws ReelwayException {@code MESSAGING_UNAVAILABLE} if Kafka does not answer within 15 s
   */
  public void createAll() {
    List<TopicSettings> wanted = new ArrayList<>(TopicSettings.all(topics));
    TopicSettings.poolsWithOneQueue().forEach(pool -> wanted.add(queue(topics.queue(pool))));
    create(wanted);
    TopicSettings.poolsWithOneQueue().forEach(pool -> setGroup(topics.executors(pool, "")));
  }

  /** Makes the queue that executors of {@code pool} with {@code engineBuild} take tasks from. */
  public void createQueue(Pool pool, String engineBuild) {
    String queue = pool == Pool.ENCODE ? topics.encodeQueue(engineBuild) : topics.queue(pool);
    create(List.of(queue(queue)));
    setGroup(topics.executors(pool, engineBuild));
  }

  // Of a share group with more members than partitions each member gets only some partitions, so
  // that several partitions would part the executors.
  private TopicSettings queue(String name) {
    return TopicSettings.queue(
        name, config.queues() == QueueMode.SHARE ? 1 : config.classicPartitions());
  }

  private void create(Collection<TopicSettings> wanted) {
    List<NewTopic> missing =
        wanted.stream()
            .map(
                topic ->
                    new NewTopic(
                            topic.name(), topic.partitions(), (short) config.replicationFactor())
                        .configs(withReplication(topic.settings())))
            .toList();
    admin.createTopics(missing).values().forEach(this::awaitTopic);
  }

  private Map<String, String> withReplication(Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(settings);
    all.put("min.insync.replicas", Integer.toString(config.minInSyncReplicas()));
    return all;
  }

  private void setGroup(String group) {
    if (config.queues() == QueueMode.CLASSIC) {
      return;
    }
    await("set up the share group " + group, changed(group, GROUP_SETTINGS));
    try {
      await("make the share group " + group + " quick", changed(group, QUICK_SETTINGS));
    } catch (ReelwayException e) {
      if (!isRefusal(e.getCause())) {
        throw e;
      }
      LOG.warn(
          "Tasks may wait 45 s for an executor that was killed: the brokers allow no shorter"
              + " group.share.min.session.timeout.ms and group.share.min.heartbeat.interval.ms"
              + " ({})",
          e.getCause().getMessage());
    }
  }

  private KafkaFuture<Void> changed(String group, Map<String, String> settings) {
    List<AlterConfigOp> changes =
        settings.entrySet().stream()
            .map(e -> new AlterConfigOp(new ConfigEntry(e.getKey(), e.getValue()), OpType.SET))
            .toList();
    ConfigResource resource = new ConfigResource(ConfigResource.Type.GROUP, group);
    return admin.incrementalAlterConfigs(Map.of(resource, changes)).all();
  }

  private void awaitTopic(String topic, KafkaFuture<Void> made) {
    try {
      await("make the topic " + topic, made);
    } catch (ReelwayException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw e;
      }
    }
  }

  private void await(String verb, KafkaFuture<Void> done) {
    try {
      done.get();
    } catch (ExecutionException e) {
      throw failure(verb, e);
    } catch (InterruptedException e) {
      throw MessagingFailures.interrupted(verb, e);
    }
  }

  private ReelwayException failure(String verb, ExecutionException e) {
    Throwable cause = e.getCause();
    if (verb.startsWith("set up") && isRefusal(cause)) {
      return new ReelwayException(
          FailureKind.CONFIG_INVALID,
          "Kafka (%s) has no share groups as Reelway needs them (4.2 or later); set kafka.queues to classic: %s"
              .formatted(config.bootstrapServers(), cause.getMessage()),
          cause);
    }
    return MessagingFailures.of(config.bootstrapServers(), verb, e);
  }

  private static boolean isRefusal(Throwable cause) {
    return cause instanceof InvalidConfigurationException
        || cause instanceof InvalidRequestException
        || cause instanceof UnsupportedVersionException;
  }

  @Override
  public void close() {
    admin.close();
  }
}
