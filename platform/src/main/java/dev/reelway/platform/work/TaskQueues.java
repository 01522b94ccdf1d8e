package dev.reelway.platform.work;

import dev.reelway.contracts.fleet.Lane;
import dev.reelway.contracts.fleet.Pool;
import dev.reelway.contracts.fleet.Topics;
import dev.reelway.platform.config.QueueMode;
import dev.reelway.platform.messaging.KafkaClients;
import dev.reelway.platform.messaging.TopicAdmin;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Opens the queues of a pool, of the kind that the configuration names. */
public final class TaskQueues {

  private TaskQueues() {}

  /**
   * Makes the queues if they are not there and joins the pool's group.
   *
   * @param engineBuild of {@code ENCODE} executors; else of no meaning
   */
  public static TaskQueue open(KafkaClients clients, Pool pool, String engineBuild) {
    try (TopicAdmin admin = new TopicAdmin(clients)) {
      admin.createQueues(pool, engineBuild);
    }
    Topics topics = clients.config().topics();
    Map<String, Lane> queues = queues(topics, pool, engineBuild);
    String group = topics.executors(pool, engineBuild);
    return clients.config().queues() == QueueMode.SHARE
        ? new ShareTaskQueue(clients, List.copyOf(queues.keySet()), group)
        : new ClassicTaskQueue(clients, queues, group);
  }

  private static Map<String, Lane> queues(Topics topics, Pool pool, String engineBuild) {
    Map<String, Lane> queues = new LinkedHashMap<>();
    if (pool == Pool.ENCODE) {
      for (Lane lane : Lane.values()) {
        queues.put(topics.encodeQueue(lane, engineBuild), lane);
      }
    } else {
      queues.put(topics.queue(pool), Lane.STANDARD);
    }
    return queues;
  }
}
