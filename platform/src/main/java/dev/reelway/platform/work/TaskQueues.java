package dev.reelway.platform.work;

import dev.reelway.contracts.fleet.Pool;
import dev.reelway.contracts.fleet.Topics;
import dev.reelway.platform.config.QueueMode;
import dev.reelway.platform.messaging.KafkaClients;
import dev.reelway.platform.messaging.TopicAdmin;

/** Opens the queue of a pool, of the kind that the configuration names. */
public final class TaskQueues {

  /** So many tasks of a pool with short ones are handed over at the same time. */
  private static final int MOST_QUEUES = 4;

  /** One hand-over at a time is enough for so many tasks that take some seconds each. */
  private static final int SLOTS_PER_QUEUE = 8;

  private TaskQueues() {}

  /**
   * How many queues an executor needs, so that handing over does not keep its slots waiting. A
   * share group hands over one task at a time to each.
   */
  static int queuesAtATime(KafkaClients clients, ExecutorSettings settings) {
    if (clients.config().queues() != QueueMode.SHARE) {
      return 1;
    }
    int slots = settings.slots();
    int wanted =
        settings.pool() == Pool.PACKAGE ? slots : (slots + SLOTS_PER_QUEUE - 1) / SLOTS_PER_QUEUE;
    return Math.min(wanted, MOST_QUEUES);
  }

  /** How many tasks to take from each of them at a time. */
  static int tasksAtATime(KafkaClients clients, ExecutorSettings settings) {
    return clients.config().queues() == QueueMode.SHARE ? 1 : settings.slots();
  }

  /**
   * Makes the queue if it is not there and joins the pool's group.
   *
   * @param engineBuild of {@code ENCODE} executors; else of no meaning
   */
  public static TaskQueue open(KafkaClients clients, Pool pool, String engineBuild) {
    try (TopicAdmin admin = new TopicAdmin(clients)) {
      admin.createQueue(pool, engineBuild);
    }
    Topics topics = clients.config().topics();
    String queue = pool == Pool.ENCODE ? topics.encodeQueue(engineBuild) : topics.queue(pool);
    String group = topics.executors(pool, engineBuild);
    return clients.config().queues() == QueueMode.SHARE
        ? new ShareTaskQueue(clients, queue, group)
        : new ClassicTaskQueue(clients, queue, group);
  }
}
