package dev.reelway.platform.work;

import dev.reelway.contracts.fleet.Task;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A topic in memory: what one of its queues was handed and did not accept, another is handed. */
final class FakeTaskQueue {

  /** How many were asked for, each time that something was handed over. */
  final List<Integer> asked = new ArrayList<>();

  /** What was taken off, in order. */
  final List<Task> accepted = new ArrayList<>();

  private final Deque<Task> waiting = new ArrayDeque<>();
  private RuntimeException trouble;

  synchronized void put(Task task) {
    waiting.add(task);
    notifyAll();
  }

  /** The next call of a queue fails. */
  synchronized void fail(RuntimeException failure) {
    trouble = failure;
    notifyAll();
  }

  synchronized int waiting() {
    return waiting.size();
  }

  synchronized List<Task> accepted() {
    return List.copyOf(accepted);
  }

  TaskQueue open() {
    return new Queue();
  }

  private void failIfAsked() {
    RuntimeException failure = trouble;
    trouble = null;
    if (failure != null) {
      throw failure;
    }
  }

  private final class Queue implements TaskQueue {

    private final List<Task> handed = new ArrayList<>();

    @Override
    public List<TaskDelivery> poll(Duration wait, int most) {
      synchronized (FakeTaskQueue.this) {
        awaitTask(wait);
        failIfAsked();
        List<TaskDelivery> deliveries = new ArrayList<>();
        while (deliveries.size() < most && !waiting.isEmpty()) {
          Task task = waiting.poll();
          handed.add(task);
          deliveries.add(new TaskDelivery(task, new ConsumerRecord<>("queue", 0, 0, "", null)));
        }
        if (!deliveries.isEmpty()) {
          asked.add(most);
        }
        return deliveries;
      }
    }

    private void awaitTask(Duration wait) {
      try {
        if (waiting.isEmpty() && trouble == null) {
          FakeTaskQueue.this.wait(wait.toMillis());
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public void accept(List<TaskDelivery> deliveries) {
      synchronized (FakeTaskQueue.this) {
        failIfAsked();
        for (TaskDelivery delivery : deliveries) {
          accepted.add(delivery.task());
          handed.remove(delivery.task());
        }
      }
    }

    @Override
    public void rest() {}

    @Override
    public void close() {
      synchronized (FakeTaskQueue.this) {
        handed.forEach(waiting::addFirst);
        handed.clear();
      }
    }
  }
}
