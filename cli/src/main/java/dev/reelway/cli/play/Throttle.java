package dev.reelway.cli.play;

/**
 * Slows down what is sent, over all connections together, so that players have a reason to switch
 * between rungs. The rate may be changed while bytes are on their way. Safe for many threads.
 */
public final class Throttle {

  /** The rate that means "as fast as it goes". */
  public static final long UNLIMITED = 0;

  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final int LARGEST_BLOCK = 64 * 1024;
  private static final int SMALLEST_BLOCK = 512;

  private long bytesPerSecond = UNLIMITED;
  private long freeAtNanos = System.nanoTime();

  /** Sends at most {@code bytesPerSecond} from now on; {@link #UNLIMITED} lifts the limit. */
  public synchronized void limit(long bytesPerSecond) {
    if (bytesPerSecond < 0) {
      throw new IllegalArgumentException("a rate cannot be negative: " + bytesPerSecond);
    }
    this.bytesPerSecond = bytesPerSecond;
    freeAtNanos = System.nanoTime();
  }

  /** How many bytes to send at once: about a twentieth of a second, so that the flow is even. */
  synchronized int blockBytes() {
    if (bytesPerSecond == UNLIMITED) {
      return LARGEST_BLOCK;
    }
    return (int) Math.max(SMALLEST_BLOCK, Math.min(LARGEST_BLOCK, bytesPerSecond / 20));
  }

  /** Waits until {@code bytes} more may be sent. */
  void await(int bytes) throws InterruptedException {
    long waitNanos = reserve(bytes);
    if (waitNanos > 0) {
      Thread.sleep(waitNanos / 1_000_000, (int) (waitNanos % 1_000_000));
    }
  }

  private synchronized long reserve(int bytes) {
    if (bytesPerSecond == UNLIMITED) {
      return 0;
    }
    long now = System.nanoTime();
    if (freeAtNanos - now < 0) {
      freeAtNanos = now;
    }
    freeAtNanos += bytes * NANOS_PER_SECOND / bytesPerSecond;
    return freeAtNanos - now;
  }
}
