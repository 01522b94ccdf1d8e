package dev.reelway.media.process;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Watches a child process and kills it when it breaks a limit. */
final class Watchdog implements AutoCloseable {

  private static final Duration PERIOD = Duration.ofMillis(500);

  private final Process process;
  private final ProcessLimits limits;
  private final Thread owner = Thread.currentThread();
  private final Thread thread;
  private final long started = System.nanoTime();
  private volatile long lastSign = System.nanoTime();
  private volatile boolean reading;
  private volatile ReelwayException failure;

  Watchdog(Process process, ProcessLimits limits) {
    this.process = process;
    this.limits = limits;
    this.thread = new Thread(this::watch, "watchdog-" + process.pid());
    thread.setDaemon(true);
    thread.start();
  }

  /** The child has given a sign of life. */
  void alive() {
    lastSign = System.nanoTime();
  }

  /** The child waits for bytes of the master, which is not its fault. */
  void reading(boolean value) {
    lastSign = System.nanoTime();
    reading = value;
  }

  /** Which limit the child broke, if it was killed for that. */
  Optional<ReelwayException> failure() {
    return Optional.ofNullable(failure);
  }

  private void watch() {
    try {
      while (failure == null && process.isAlive()) {
        Thread.sleep(PERIOD.toMillis());
        failure = check();
      }
      if (failure != null) {
        if (reading) {
          owner.interrupt(); // the child's end would not wake it
        }
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private ReelwayException check() {
    long now = System.nanoTime();
    if (reading) {
      return now - lastSign > limits.reading().toNanos()
          ? new ReelwayException(
              FailureKind.STORAGE_UNAVAILABLE,
              "The master gave no bytes for " + limits.reading().toSeconds() + " s.")
          : null;
    }
    if (now - lastSign > limits.silence().toNanos()) {
      return new ReelwayException(
          FailureKind.ENCODER_STALLED,
          "The encoder gave no sign for " + limits.silence().toSeconds() + " s and was stopped.");
    }
    if (now - started > limits.total().toNanos()) {
      return new ReelwayException(
          FailureKind.ENCODER_STALLED,
          "The encoder ran longer than " + limits.total().toMinutes() + " minutes.");
    }
    long resident = residentBytes();
    return resident > limits.residentBytes()
        ? new ReelwayException(
            FailureKind.ENCODER_OUT_OF_MEMORY,
            "The encoder took " + (resident >> 20) + " MiB of memory and was stopped.")
        : null;
  }

  // Linux tells resident pages in the second field of statm; elsewhere memory is not watched.
  private long residentBytes() {
    try {
      String statm = Files.readString(Path.of("/proc/" + process.pid() + "/statm"));
      int from = statm.indexOf(' ') + 1;
      return Long.parseLong(statm.substring(from, statm.indexOf(' ', from))) * 4096;
    } catch (IOException e) {
      return 0;
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
