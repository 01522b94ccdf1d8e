package dev.reelway.platform.storage;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.master.MasterBytes;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedChannelException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A master in an object store, read in place by ranges. Blocks are kept for the neighbours of a
 * read; who reads on finds the next block on its way. It stays the object it was when opened: one
 * that is replaced fails instead of giving a mixture.
 */
public final class ObjectMaster implements MasterBytes {

  private static final int BLOCK_BYTES = 8 << 20;
  private static final int KEPT_BLOCKS = 4;

  private final ObjectStore store;
  private final ObjectInfo info;
  private final String address;
  private final int blockBytes;
  private final Map<Long, FutureTask<byte[]>> blocks = new LinkedHashMap<>(16, 0.75f, true);
  private final ThreadPoolExecutor ahead;

  /**
   * Reads {@code info} from {@code store}, which stays open.
   *
   * @param address what people call it
   */
  public ObjectMaster(ObjectStore store, ObjectInfo info, String address) {
    this(store, info, address, BLOCK_BYTES);
  }

  ObjectMaster(ObjectStore store, ObjectInfo info, String address, int blockBytes) {
    this.store = store;
    this.info = info;
    this.address = address;
    this.blockBytes = blockBytes;
    this.ahead =
        new ThreadPoolExecutor(
            1, 1, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), ObjectMaster::daemon);
    ahead.allowCoreThreadTimeOut(true);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "read-ahead");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public long sizeBytes() {
    return info.sizeBytes();
  }

  @Override
  public int read(long position, ByteBuffer target) throws IOException {
    int total = 0;
    while (target.hasRemaining() && position + total < info.sizeBytes()) {
      long number = (position + total) / blockBytes;
      int from = (int) ((position + total) % blockBytes);
      byte[] block = block(number);
      int count = Math.min(target.remaining(), block.length - from);
      target.put(block, from, count);
      total += count;
    }
    return total;
  }

  private byte[] block(long number) throws IOException {
    FutureTask<byte[]> task = wanted(number);
    task.run(); // does nothing if it has run, or runs ahead
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("reading " + address + " was interrupted");
    } catch (CancellationException e) {
      throw new AsynchronousCloseException();
    } catch (ExecutionException e) {
      forget(number, task); // the next read tries again
      throw e.getCause() instanceof ReelwayException failure
          ? failure
          : StorageFailures.unavailable("read", address, e.getCause());
    }
  }

  private synchronized FutureTask<byte[]> wanted(long number) throws IOException {
    if (ahead.isShutdown()) {
      throw new ClosedChannelException();
    }
    FutureTask<byte[]> task = taken(number);
    boolean readsOn = blocks.containsKey(number - 1);
    boolean isLast = (number + 1) * blockBytes >= info.sizeBytes();
    if (readsOn && !isLast && !blocks.containsKey(number + 1)) {
      fetchAhead(number + 1);
    }
    return task;
  }

  // What failed ahead of its time nobody has asked for yet: a read then tries for itself.
  private void fetchAhead(long number) {
    FutureTask<byte[]> task = taken(number);
    ahead.execute(
        () -> {
          task.run();
          if (failed(task)) {
            forget(number, task);
          }
        });
  }

  private static boolean failed(FutureTask<byte[]> task) {
    try {
      return task.get().length == 0;
    } catch (ExecutionException | CancellationException e) {
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private FutureTask<byte[]> taken(long number) {
    FutureTask<byte[]> task = blocks.computeIfAbsent(number, n -> new FutureTask<>(() -> fetch(n)));
    if (blocks.size() > KEPT_BLOCKS) {
      blocks.remove(blocks.keySet().iterator().next());
    }
    return task;
  }

  private synchronized void forget(long number, FutureTask<byte[]> task) {
    blocks.remove(number, task);
  }

  private byte[] fetch(long number) {
    long offset = number * blockBytes;
    byte[] block = new byte[(int) Math.min(blockBytes, info.sizeBytes() - offset)];
    OptionalInt count = store.readSame(info, offset, ByteBuffer.wrap(block));
    if (count.isEmpty()) {
      throw new ReelwayException(
          FailureKind.MASTER_CHANGED, address + " was replaced or removed while it was read.");
    }
    if (count.getAsInt() != block.length) {
      throw new ReelwayException(
          FailureKind.STORAGE_UNAVAILABLE,
          address
              + " gave "
              + count.getAsInt()
              + " bytes at "
              + offset
              + " instead of "
              + block.length
              + ".");
    }
    return block;
  }

  /** How many bytes it holds at this moment, at most. */
  synchronized long keptBytes() {
    return (long) blocks.size() * blockBytes;
  }

  @Override
  public synchronized void close() {
    ahead.shutdownNow();
    blocks.values().forEach(task -> task.cancel(false));
    blocks.clear();
  }
}
