package dev.reelway.media.child;

import dev.reelway.contracts.failure.ReelwayException;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The child's end of the {@link Wire}. A reader thread watches the parent all the time: when the
 * parent is gone, the child ends at once, so that no orphan encodes on.
 */
final class ChildLink {

  private static final int PARENT_GONE = 3;

  private final DataInputStream in;
  private final DataOutputStream out;
  private final BlockingQueue<Wire.Message> answers = new LinkedBlockingQueue<>();

  ChildLink(InputStream in, OutputStream out) {
    this.in = new DataInputStream(in);
    this.out = new DataOutputStream(new BufferedOutputStream(out, 1 << 16));
    Thread reader = new Thread(this::readAll, "parent-link");
    reader.setDaemon(true);
    reader.start();
  }

  private void readAll() {
    try {
      while (true) {
        answers.add(Wire.read(in));
      }
    } catch (EOFException e) {
      Runtime.getRuntime().halt(PARENT_GONE);
    } catch (IOException e) {
      Runtime.getRuntime().halt(PARENT_GONE);
    }
  }

  /** Waits for the task. */
  Wire.Message task() throws InterruptedException {
    return answers.take();
  }

  /** Asks for bytes of the master; empty at its end. */
  byte[] read(long position, int length) throws IOException {
    byte[] request = ByteBuffer.allocate(12).putLong(position).putInt(length).array();
    send(Wire.Type.READ, request);
    try {
      Wire.Message answer = answers.take();
      if (answer.type() == Wire.Type.ERROR) {
        throw new IOException(new String(answer.payload(), StandardCharsets.UTF_8));
      }
      return answer.payload();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while reading the master", e);
    }
  }

  void progress(long count) {
    sendQuietly(Wire.Type.PROGRESS, ByteBuffer.allocate(8).putLong(count).array());
  }

  void log(String line) {
    sendQuietly(Wire.Type.LOG, line.getBytes(StandardCharsets.UTF_8));
  }

  void done(byte[] result) throws IOException {
    sendCpuTime();
    send(Wire.Type.DONE, result);
  }

  void failed(ReelwayException failure) throws IOException {
    sendCpuTime();
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    text.writeBytes((failure.kind().name() + "\n").getBytes(StandardCharsets.UTF_8));
    text.writeBytes(failure.getMessage().getBytes(StandardCharsets.UTF_8));
    send(Wire.Type.FAILED, text.toByteArray());
  }

  // Asked of the process itself: once it has ended, nobody can tell any more.
  private void sendCpuTime() throws IOException {
    Optional<Duration> used = ProcessHandle.current().info().totalCpuDuration();
    if (used.isPresent()) {
      send(Wire.Type.CPU, ByteBuffer.allocate(8).putLong(used.get().toNanos()).array());
    }
  }

  private synchronized void send(Wire.Type type, byte[] payload) throws IOException {
    Wire.write(out, type, payload, payload.length);
  }

  // Progress and log lines are for people; if the parent is gone, the reader thread ends us.
  private void sendQuietly(Wire.Type type, byte[] payload) {
    try {
      send(type, payload);
    } catch (IOException e) {
      Runtime.getRuntime().halt(PARENT_GONE);
    }
  }
}
