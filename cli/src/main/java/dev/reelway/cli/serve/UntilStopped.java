package dev.reelway.cli.serve;

import dev.reelway.cli.command.ExitCodes;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a server running until somebody ends the process, and ends it in order. */
final class UntilStopped {

  private static final Logger LOG = LoggerFactory.getLogger(UntilStopped.class);

  private final CountDownLatch over = new CountDownLatch(1);
  private final AtomicReference<String> reason = new AtomicReference<>();

  /** Ends the server from inside, with a sentence that says why. */
  void stop(String why) {
    reason.compareAndSet(null, why);
    over.countDown();
  }

  /** What ends the server in order. */
  @FunctionalInterface
  interface Ending {
    void run() throws InterruptedException;
  }

  /**
   * Waits. A signal runs {@code ending} and lets the process end after it.
   *
   * @return the exit status, if it was {@link #stop} that ended it
   */
  int run(Ending ending) throws InterruptedException {
    Thread hook = new Thread(() -> end(ending), "stop");
    Runtime.getRuntime().addShutdownHook(hook);
    over.await();
    LOG.error("{}", reason.get());
    Runtime.getRuntime().removeShutdownHook(hook);
    ending.run();
    return ExitCodes.FAILED;
  }

  private static void end(Ending ending) {
    try {
      ending.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.warn("Not everything ended in order.", e);
    }
  }
}
