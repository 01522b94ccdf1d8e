package dev.reelway.cli.fleet;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between the fleet and its object store and spoils some of the requests: in what way and
 * which ones, a seed decides.
 */
final class UnreliableProxy implements AutoCloseable {

  /** What happens to requests. */
  enum Mood {
    /** All pass. */
    WELL(0),
    /** A quarter is answered with 500 or 503. */
    FAILING(25),
    /** All come slowly. */
    SLOW(100),
    /** A fifth breaks off in the middle of the answer, or of the body that is sent. */
    BREAKING(20),
    /** None passes. */
    DOWN(100);

    private final int percent;

    Mood(int percent) {
      this.percent = percent;
    }
  }

  private static final int PAUSE_MILLIS = 150;
  private static final int BUFFER_BYTES = 1 << 16;

  private final int serverPort;
  private final ServerSocket listener;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final AtomicInteger spoilt = new AtomicInteger();
  private final Random random = new Random(3);
  private volatile Mood mood = Mood.WELL;

  private UnreliableProxy(int serverPort, ServerSocket listener) {
    this.serverPort = serverPort;
    this.listener = listener;
  }

  static UnreliableProxy to(int serverPort) throws IOException {
    ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    UnreliableProxy proxy = new UnreliableProxy(serverPort, listener);
    daemon(proxy::accept);
    return proxy;
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + listener.getLocalPort());
  }

  /** From now on requests fare like this. */
  void feel(Mood next) {
    mood = next;
    spoilt.set(0);
  }

  /** How many requests were spoilt since the mood changed. */
  int spoilt() {
    return spoilt.get();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        sockets.add(client);
        daemon(() -> serve(client));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      String head = head(client.getInputStream());
      Mood now = mood;
      if (!isSpoilt(now)) {
        pass(client, head, Long.MAX_VALUE, Long.MAX_VALUE);
        return;
      }
      spoilt.incrementAndGet();
      switch (now) {
        case FAILING, DOWN -> refuse(client, head);
        case SLOW -> {
          Thread.sleep(PAUSE_MILLIS);
          pass(client, head, Long.MAX_VALUE, Long.MAX_VALUE);
        }
        case BREAKING -> breakOff(client, head);
        case WELL -> throw new AssertionError("nothing is spoilt when all is well");
      }
    } catch (IOException e) {
      return; // one side has gone; the other hears of it
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized boolean isSpoilt(Mood now) {
    return random.nextInt(100) < now.percent;
  }

  private void breakOff(Socket client, String head) throws IOException {
    long length = length(head);
    if (length > 1) {
      pass(client, head, length / 2, Long.MAX_VALUE);
    } else {
      pass(client, head, length, 700);
    }
  }

  private void refuse(Socket client, String head) throws IOException {
    boolean waits = head.toLowerCase(Locale.ROOT).contains("100-continue");
    copy(client.getInputStream(), OutputStream.nullOutputStream(), waits ? 0 : length(head));
    String status = spoilt() % 2 == 0 ? "500 InternalError" : "503 SlowDown";
    String body = "<Error><Code>" + status.substring(4) + "</Code></Error>";
    client
        .getOutputStream()
        .write(
            latin(
                "HTTP/1.1 %s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
                    .formatted(status, body.length(), body)));
  }

  private void pass(Socket client, String head, long mostToSend, long mostToAnswer)
      throws IOException {
    try (Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort)) {
      sockets.add(server);
      server.getOutputStream().write(latin(closing(head)));
      daemon(() -> send(client, server, length(head), mostToSend));
      copy(server.getInputStream(), client.getOutputStream(), mostToAnswer);
      if (mostToAnswer == Long.MAX_VALUE) {
        // A client that still sends hears the answer only if nobody hangs up on it.
        client.shutdownOutput();
        client.getInputStream().transferTo(OutputStream.nullOutputStream());
      }
    }
  }

  private static void send(Socket client, Socket server, long length, long most) {
    try {
      copy(client.getInputStream(), server.getOutputStream(), Math.min(length, most));
      if (most < length) {
        server.close();
        client.close();
      }
    } catch (IOException e) {
      close(server);
    }
  }

  private static void copy(InputStream from, OutputStream to, long bytes) throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    for (long left = bytes; left > 0; ) {
      int count = from.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (count < 0) {
        return;
      }
      to.write(buffer, 0, count);
      to.flush();
      left -= count;
    }
  }

  private static String head(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        throw new EOFException("no request");
      }
      head.write(next);
    }
    return head.toString(StandardCharsets.ISO_8859_1);
  }

  private static String closing(String head) {
    String without = head.replaceAll("(?i)\r\nConnection: *[^\r]*", "");
    return without.substring(0, without.length() - 2) + "Connection: close\r\n\r\n";
  }

  private static long length(String head) {
    return head.lines()
        .filter(line -> line.regionMatches(true, 0, "Content-Length:", 0, 15))
        .mapToLong(line -> Long.parseLong(line.substring(15).strip()))
        .findFirst()
        .orElse(0);
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "unreliable-proxy");
    thread.setDaemon(true);
    thread.start();
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Breaks whatever is open. */
  @Override
  public void close() throws IOException {
    listener.close();
    sockets.forEach(UnreliableProxy::close);
  }
}
