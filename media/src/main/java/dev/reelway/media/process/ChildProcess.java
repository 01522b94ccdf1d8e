package dev.reelway.media.process;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.master.MasterBytes;
import dev.reelway.media.child.Wire;
import dev.reelway.media.task.MediaJson;
import dev.reelway.media.task.MediaTask;
import dev.reelway.media.task.TaskEnvelope;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/**
 * Runs one task in one child process and serves it the master's bytes. A native crash, leak or hang
 * costs this attempt and nothing else.
 */
final class ChildProcess {

  private static final int KEPT_LOG_LINES = 20;

  private final Process process;
  private final MasterBytes master;
  private final ProcessLimits limits;
  private final LongConsumer progress;
  private final LongConsumer cpuNanos;
  private final Deque<String> log = new ArrayDeque<>();
  private final ObjectMapper json = MediaJson.mapper();

  ChildProcess(
      Process process,
      MasterBytes master,
      ProcessLimits limits,
      LongConsumer progress,
      LongConsumer cpuNanos) {
    this.process = process;
    this.master = master;
    this.limits = limits;
    this.progress = progress;
    this.cpuNanos = cpuNanos;
  }

  /**
   * Runs the task to its end.
   *
   * @throws ReelwayException if the task failed, crashed, or broke a limit
   * @throws InterruptedException if the calling thread was interrupted; the child is gone then
   */
  <T> T run(MediaTask task, Class<T> resultType) throws InterruptedException {
    Watchdog watchdog = new Watchdog(process, limits);
    try (DataOutputStream out =
            new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), 1 << 16));
        DataInputStream in =
            new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16))) {
      byte[] envelope = json.writeValueAsBytes(new TaskEnvelope(master.sizeBytes(), task));
      Wire.write(out, Wire.Type.TASK, envelope, envelope.length);
      return serve(in, out, watchdog, resultType);
    } catch (IOException e) {
      boolean interrupted = Thread.interrupted();
      if (interrupted && watchdog.failure().isEmpty()) {
        throw new InterruptedException("the task was stopped");
      }
      throw watchdog.failure().orElseGet(() -> crash(e));
    } finally {
      watchdog.close();
      kill();
    }
  }

  private <T> T serve(
      DataInputStream in, DataOutputStream out, Watchdog watchdog, Class<T> resultType)
      throws IOException {
    byte[] buffer = new byte[Wire.MAX_READ_BYTES];
    while (true) {
      Wire.Message message = Wire.read(in);
      watchdog.alive();
      switch (message.type()) {
        case READ -> answer(ByteBuffer.wrap(message.payload()), out, buffer, watchdog);
        case PROGRESS -> progress.accept(ByteBuffer.wrap(message.payload()).getLong());
        case CPU -> cpuNanos.accept(ByteBuffer.wrap(message.payload()).getLong());
        case LOG -> keep(new String(message.payload(), StandardCharsets.UTF_8));
        case DONE -> {
          return json.readValue(message.payload(), resultType);
        }
        case FAILED -> throw failure(new String(message.payload(), StandardCharsets.UTF_8));
        default -> throw new IOException("unexpected message " + message.type());
      }
    }
  }

  private void answer(ByteBuffer request, DataOutputStream out, byte[] buffer, Watchdog watchdog)
      throws IOException {
    long position = request.getLong();
    int length = Math.min(request.getInt(), buffer.length);
    int count;
    watchdog.reading(true);
    try {
      count = master.read(position, ByteBuffer.wrap(buffer, 0, length));
    } catch (IOException e) {
      byte[] reason = String.valueOf(e.getMessage()).getBytes(StandardCharsets.UTF_8);
      Wire.write(out, Wire.Type.ERROR, reason, reason.length);
      return;
    } finally {
      watchdog.reading(false);
    }
    Wire.write(out, Wire.Type.BYTES, buffer, Math.max(0, count));
  }

  private void keep(String line) {
    if (log.size() == KEPT_LOG_LINES) {
      log.removeFirst();
    }
    log.addLast(line);
  }

  private static ReelwayException failure(String text) {
    int lineFeed = text.indexOf('\n');
    return new ReelwayException(
        FailureKind.valueOf(text.substring(0, lineFeed)), text.substring(lineFeed + 1));
  }

  private ReelwayException crash(IOException cause) {
    String how = exitStatus();
    String last = log.isEmpty() ? "" : " Its last message: " + log.peekLast();
    String what = cause instanceof EOFException ? how : how + " (" + cause.getMessage() + ")";
    return new ReelwayException(
        FailureKind.ENCODER_CRASHED,
        "The encoder process ended unexpectedly, " + what + "." + last,
        cause);
  }

  private String exitStatus() {
    try {
      return process.waitFor(2, TimeUnit.SECONDS)
          ? "exit status " + process.exitValue()
          : "and did not exit";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "exit status unknown";
    }
  }

  /** Ends the child and everything below it; it writes nothing after this. */
  private void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
