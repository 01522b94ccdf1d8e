package dev.reelway.ingest.accept.http;

import dev.reelway.ingest.accept.Requester;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** One reader of events: a bounded queue, and a thread that writes it to the socket. */
final class EventStream implements Runnable {

  private static final int QUEUED_EVENTS = 256;
  private static final byte[] HEARTBEAT = ": still here\n\n".getBytes(StandardCharsets.UTF_8);

  private final Requester who;
  private final Optional<String> titleId;
  private final OutputStream output;
  private final Duration heartbeat;
  private final BooleanSupplier inForce;
  private final BlockingQueue<byte[]> events = new ArrayBlockingQueue<>(QUEUED_EVENTS);
  private final Thread writer = new Thread(this, "events");

  private volatile boolean dropped;
  private volatile Runnable whenOver = () -> {};

  /**
   * @param call who reads, and whether the key still counts
   * @param titleId the only title that counts, if there is one
   * @param output the socket
   * @param heartbeat longest silence
   */
  EventStream(Call call, Optional<String> titleId, OutputStream output, Duration heartbeat) {
    this.who = call.who();
    this.inForce = call::isInForce;
    this.titleId = titleId;
    this.output = output;
    this.heartbeat = heartbeat;
    writer.setDaemon(true);
  }

  /** Begins to write; calls {@code over} when the reader or the server has gone. */
  void start(Runnable over) {
    whenOver = over;
    writer.start();
  }

  boolean wants(String tenant, String title) {
    return who.sees(tenant) && titleId.map(title::equals).orElse(true);
  }

  /** Queues an event; false if the reader is too slow. */
  boolean offer(byte[] event) {
    return events.offer(event);
  }

  /** Ends the stream, also when its thread waits for the socket. */
  void drop() {
    dropped = true;
    writer.interrupt();
  }

  @Override
  public void run() {
    try {
      write(HEARTBEAT);
      while (!dropped) {
        byte[] event = events.poll(heartbeat.toMillis(), TimeUnit.MILLISECONDS);
        if (event == null && !inForce.getAsBoolean()) {
          return;
        }
        write(event == null ? HEARTBEAT : event);
      }
    } catch (IOException e) {
      dropped = true; // The reader went away, which is how every stream ends.
    } catch (InterruptedException e) {
      dropped = true;
    } finally {
      // The thread ends here; an interrupt that is still set would break the answer's orderly end.
      Thread.interrupted();
      whenOver.run();
    }
  }

  private void write(byte[] bytes) throws IOException {
    output.write(bytes);
    output.flush();
  }
}
