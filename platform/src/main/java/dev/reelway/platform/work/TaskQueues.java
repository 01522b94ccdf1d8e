package dev.reelway.platform.work;

import dev.reelway.contracts.fleet.Pool;
import dev.reelway.contracts.fleet.Topics;
import dev.reelway.platform.config.QueueMode;
import dev.reelway.platform.messaging.KafkaClients;
import dev.reelway.platform.messaging.TopicAdmin;

/** Opens the queue of a pool, of the kind that the configuration names. */
public final class TaskQueues {

  private TaskQueues() {}

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
