package dev.reelway.cli.encode;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends a title in order when the JVM is told to stop. Ctrl-C and TERM begin its shutdown, which
 * waits here until all children are gone, the folder holds no half title and the last word is said.
 */
final class CancelOnShutdown implements AutoCloseable {

  private static final int MOST_SECONDS = 20;

  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook;

  /** From now on a shutdown runs {@code cancel} and waits for {@link #close}. */
  CancelOnShutdown(Runnable cancel) {
    hook =
        new Thread(
            () -> {
              cancel.run();
              awaitEnd();
            },
            "cancel-on-shutdown");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void awaitEnd() {
    try {
      ended.await(MOST_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The title has ended: a shutdown may go on. */
  @Override
  public void close() {
    ended.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The shutdown has begun; this is how Java tells.
    }
  }
}
