package dev.reelway.platform.work;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.fleet.Lane;
import dev.reelway.contracts.fleet.Task;
import dev.reelway.platform.messaging.KafkaClients;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A queue on an ordinary consumer group, for brokers without share groups. A partition belongs to
 * one executor, so what lies behind a running task waits for it; many partitions keep that rare.
 */
public final class ClassicTaskQueue implements TaskQueue {

  private static final Logger LOG = LoggerFactory.getLogger(ClassicTaskQueue.class);

  private final Consumer<String, byte[]> consumer;
  private final Function<String, Lane> laneOf;
  private final WeightedLanes lanes = new WeightedLanes();

  /**
   * Joins a group.
   *
   * @param topics where its tasks lie, and the lane of each
   * @param group of the executors that share them
   */
  public ClassicTaskQueue(KafkaClients clients, Map<String, Lane> topics, String group) {
    laneOf = topics::get;
    consumer =
        clients.consumer(
            Map.of(
                "group.id", group,
                "group.protocol", "classic",
                "partition.assignment.strategy", CooperativeStickyAssignor.class.getName(),
                "auto.offset.reset", "earliest",
                "session.timeout.ms", "10000",
                "heartbeat.interval.ms", "1000",
                "max.poll.records", "1"));
    consumer.subscribe(topics.keySet());
  }

  @Override
  public Optional<TaskDelivery> poll(Duration wait) {
    try {
      Set<Lane> waiting = waiting();
      if (waiting.size() < 2) {
        takeFrom(partition -> true);
      } else {
        Lane lane = lanes.next(waiting);
        takeFrom(partition -> laneOf.apply(partition.topic()) == lane);
      }
      for (ConsumerRecord<String, byte[]> message : consumer.poll(wait)) { // one at most
        Optional<Task> task = TaskRecords.task(message);
        if (task.isPresent()) {
          lanes.took(laneOf.apply(message.topic()));
          return Optional.of(TaskRecords.delivery(task.get(), message, () -> accept(message)));
        }
        accept(message);
      }
      return Optional.empty();
    } catch (KafkaException e) {
      throw unavailable("take a task", e);
    }
  }

  /** The lanes with tasks of our partitions; not asked for when there is but one. */
  private Set<Lane> waiting() {
    Set<TopicPartition> ours = consumer.assignment();
    Set<Lane> found = EnumSet.noneOf(Lane.class);
    if (ours.stream().map(TopicPartition::topic).distinct().count() < 2) {
      return found;
    }
    consumer
        .endOffsets(ours)
        .forEach(
            (partition, end) -> {
              if (consumer.position(partition) < end) {
                found.add(laneOf.apply(partition.topic()));
              }
            });
    return found;
  }

  private void takeFrom(Predicate<TopicPartition> wanted) {
    Map<Boolean, List<TopicPartition>> parts =
        consumer.assignment().stream().collect(Collectors.partitioningBy(wanted));
    consumer.pause(parts.get(false));
    consumer.resume(parts.get(true));
  }

  private void accept(ConsumerRecord<String, byte[]> message) {
    TopicPartition partition = new TopicPartition(message.topic(), message.partition());
    try {
      consumer.commitSync(Map.of(partition, new OffsetAndMetadata(message.offset() + 1)));
    } catch (KafkaException e) {
      throw unavailable("accept a task", e);
    }
  }

  /** Polls without taking, or the group would give our partitions to others. */
  @Override
  public void rest() {
    try {
      takeFrom(partition -> false);
      for (ConsumerRecord<String, byte[]> message : consumer.poll(Duration.ZERO)) {
        // Of a partition that came to us in this very poll, so that it was not paused.
        consumer.seek(new TopicPartition(message.topic(), message.partition()), message.offset());
      }
    } catch (KafkaException e) {
      LOG.warn("Could not keep the place in the queue, going on: {}", e.getMessage());
    }
  }

  private static ReelwayException unavailable(String verb, KafkaException cause) {
    return new ReelwayException(
        FailureKind.MESSAGING_UNAVAILABLE,
        "Could not " + verb + " from Kafka: " + cause.getMessage(),
        cause);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
