package dev.reelway.media.process;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Reading from a pipe does not notice an interrupt, so a second thread does: it kills the child,
 * the pipe closes, and the reader wakes up.
 */
final class Interruption {

  /** Work that talks to a child process. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws InterruptedException;
  }

  private Interruption() {}

  /**
   * Runs {@code work} on a helper thread while the calling thread waits interruptibly.
   *
   * @throws InterruptedException if the calling thread was interrupted; the process is gone then
   */
  static <T> T guard(Process process, Work<T> work) throws InterruptedException {
    FutureTask<T> task = new FutureTask<>(work::run);
    boolean finished = false;
    Thread thread = new Thread(task, "child-" + process.pid());
    thread.start();
    try {
      T result = task.get();
      finished = true;
      return result;
    } catch (ExecutionException e) {
      finished = true;
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof InterruptedException interrupted) {
        throw interrupted;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      if (!finished) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        thread.join();
      }
    }
  }
}
