package dev.reelway.platform.work;

import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.fleet.Heartbeat;
import dev.reelway.platform.messaging.Sender;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says again and again that an executor lives and what it does. */
final class HeartbeatLoop implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(HeartbeatLoop.class);
  private static final long CLOSE_MILLIS = 2000;

  private final Sender sender;
  private final String topic;
  private final Duration interval;
  private final Supplier<Heartbeat> state;
  private final Runnable beaten;
  private final Semaphore now = new Semaphore(0);
  private final Thread thread = new Thread(this::work, "heartbeat");
  private boolean away;
  private volatile boolean closing;

  /**
   * @param state what to say, asked each time
   * @param beaten is told after each try
   */
  HeartbeatLoop(
      Sender sender, String topic, Duration interval, Supplier<Heartbeat> state, Runnable beaten) {
    this.sender = sender;
    this.topic = topic;
    this.interval = interval;
    this.state = state;
    this.beaten = beaten;
    thread.setDaemon(true);
  }

  /** The first one goes at once. */
  void start() {
    thread.start();
  }

  /** Sends one without waiting for its turn. */
  void beatNow() {
    now.release();
  }

  private void work() {
    try {
      while (!closing) {
        beat();
        if (now.tryAcquire(interval.toMillis(), TimeUnit.MILLISECONDS)) {
          now.drainPermits();
        }
      }
      beat(); // the last word
    } catch (InterruptedException e) {
      LOG.debug("No more heartbeats.");
    }
  }

  private void beat() {
    Heartbeat heartbeat = state.get();
    try {
      sender.send(topic, heartbeat.workerId(), heartbeat);
      away = false;
    } catch (ReelwayException e) {
      if (!away) {
        LOG.warn("Could not send a heartbeat, going on: {}", e.getMessage());
        away = true;
      }
    }
    beaten.run();
  }

  /** Sends a last one. */
  @Override
  public void close() {
    closing = true;
    now.release();
    try {
      thread.join(CLOSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    thread.interrupt();
  }
}
