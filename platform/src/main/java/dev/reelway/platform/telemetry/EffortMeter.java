package dev.reelway.platform.telemetry;

import dev.reelway.contracts.work.Effort;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/**
 * Measures what a piece of work takes: the processor time of the thread that starts and stops it,
 * and of the child processes that it is told of.
 */
public final class EffortMeter implements LongConsumer {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final long startedMillis = System.currentTimeMillis();
  private final long startedNanos = System.nanoTime();
  private final long threadNanos = threadCpuNanos();
  private final AtomicLong childNanos = new AtomicLong();

  private EffortMeter() {}

  /** Starts to measure on this thread. */
  public static EffortMeter start() {
    return new EffortMeter();
  }

  /** Adds the processor time of a child process, in nanoseconds. */
  @Override
  public void accept(long nanos) {
    childNanos.addAndGet(nanos);
  }

  /** What was used since the start; to be called on the thread that started. */
  public Effort stop() {
    long cpu = threadCpuNanos() - threadNanos + childNanos.get();
    return new Effort(
        startedMillis,
        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startedNanos),
        TimeUnit.NANOSECONDS.toMillis(cpu));
  }

  private static long threadCpuNanos() {
    return THREADS.isCurrentThreadCpuTimeSupported() ? THREADS.getCurrentThreadCpuTime() : 0;
  }
}
