package dev.reelway.platform.work;

import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.fleet.TaskReport;
import dev.reelway.contracts.fleet.TitleMessage;
import dev.reelway.platform.messaging.Sender;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reports on their way to the workflow, in order, one after the other. While Kafka is away they
 * wait here.
 */
final class ReportOutbox implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ReportOutbox.class);
  private static final long PAUSE_MILLIS = 500;

  /** A report on its way. */
  record Letter(TaskReport report, Optional<String> traceparent, CompletableFuture<Boolean> sent) {

    /**
     * Waits for it to be sent, however long Kafka is away.
     *
     * @return whether Kafka has it; if not, it never will
     */
    boolean await() throws InterruptedException {
      try {
        return sent.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException("Letters are only ever sent or not.", e);
      }
    }
  }

  private final Sender sender;
  private final String topic;
  private final Duration closeLimit;
  private final BlockingDeque<Letter> letters = new LinkedBlockingDeque<>();
  private final CompletableFuture<Void> emptied = new CompletableFuture<>();
  private final Thread thread = new Thread(this::work, "task-reports");
  private volatile boolean closing;

  /**
   * @param closeLimit how long closing waits for what is still here
   */
  ReportOutbox(Sender sender, String topic, Duration closeLimit) {
    this.sender = sender;
    this.topic = topic;
    this.closeLimit = closeLimit;
    thread.setDaemon(true);
    thread.start();
  }

  /** Sends a report in its turn; does not wait for it. */
  Letter post(TaskReport report, Optional<String> traceparent) {
    Letter letter = new Letter(report, traceparent, new CompletableFuture<>());
    letters.add(letter);
    return letter;
  }

  private void work() {
    try {
      while (!closing || !letters.isEmpty()) {
        Letter letter = letters.poll(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        if (letter != null) {
          deliver(letter);
        }
      }
    } catch (InterruptedException e) {
      LOG.warn("{} reports could not be sent any more.", letters.size() + 1);
    } finally {
      letters.forEach(letter -> letter.sent.complete(false));
      emptied.complete(null);
    }
  }

  private void deliver(Letter letter) throws InterruptedException {
    boolean told = false;
    try {
      while (true) {
        try {
          TaskReport report = letter.report;
          String title = report.id().titleId();
          sender.send(topic, title, new TitleMessage.Report(report), letter.traceparent);
          letter.sent.complete(true);
          return;
        } catch (ReelwayException e) {
          if (Thread.interrupted()) {
            throw new InterruptedException();
          }
          if (!e.kind().retryable()) {
            LOG.error("The report {} was lost.", letter.report, e);
            return;
          }
          if (!told) {
            LOG.warn("A report waits until Kafka is there again: {}", e.getMessage());
            told = true;
          }
          Thread.sleep(PAUSE_MILLIS);
        }
      }
    } finally {
      letter.sent.complete(false); // unless it was sent
    }
  }

  /** Sends what is here as far as that is possible in time. */
  @Override
  public void close() {
    closing = true;
    emptied.completeOnTimeout(null, closeLimit.toMillis(), TimeUnit.MILLISECONDS).join();
    thread.interrupt();
  }
}
