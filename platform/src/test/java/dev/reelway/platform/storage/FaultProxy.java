package dev.reelway.platform.storage;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stands between a client and an HTTP server and does to each request what a script says. One
 * request per connection: it asks the server to close after the answer. Requests must have a
 * length, as all of S3's have.
 */
public final class FaultProxy implements AutoCloseable {

  /** What happens to a request. */
  public sealed interface Fault {}

  /** Nothing. */
  public record Pass() implements Fault {}

  /** The proxy answers with this status and S3's code; the server hears nothing. */
  public record Answer(int status, String code) implements Fault {

    /** An answer without a code that means anything. */
    public Answer(int status) {
      this(status, "Fault" + status);
    }
  }

  /** The connection breaks after so many bytes of the request's body. */
  public record BreakRequest(long afterBytes) implements Fault {}

  /** The connection breaks after so many bytes of the answer, head and body. */
  public record BreakAnswer(long afterBytes) implements Fault {}

  /** The server does what it was asked; the client never hears of it. */
  public record LoseAnswer() implements Fault {}

  /** Nothing more is heard, and the connection stays open. */
  public record Hang() implements Fault {}

  /** The answer comes in pieces of so many bytes with a pause before each. */
  public record Dribble(int pieceBytes, int pauseMillis) implements Fault {}

  /**
   * A request as the script sees it.
   *
   * @param number from 1, of all requests
   */
  public record Request(int number, String method, String path, String range) {}

  /** Decides what happens to each request. */
  public interface Script {
    Fault of(Request request);
  }

  private static final Pattern LENGTH =
      Pattern.compile("\r\nContent-Length: *(\\d+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern RANGE =
      Pattern.compile("\r\nRange: *([^\r]+)", Pattern.CASE_INSENSITIVE);
  private static final int BUFFER_BYTES = 1 << 16;

  private final URI server;
  private final ServerSocket listener;
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private volatile Script script = request -> new Pass();

  private FaultProxy(URI server, ServerSocket listener) {
    this.server = server;
    this.listener = listener;
  }

  /** A proxy that lets everything pass to {@code server}. */
  public static FaultProxy to(URI server) throws IOException {
    ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    FaultProxy proxy = new FaultProxy(server, listener);
    daemon(proxy::accept);
    return proxy;
  }

  /** Where clients reach it. */
  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + listener.getLocalPort());
  }

  /** From now on {@code next} decides. */
  public void follow(Script next) {
    script = next;
  }

  /** The first {@code count} requests from now on suffer {@code fault}, the others pass. */
  public void failFirst(int count, Fault fault) {
    int before = requests.size();
    follow(request -> request.number() - before <= count ? fault : new Pass());
  }

  /** What was asked so far. */
  public List<Request> requests() {
    return List.copyOf(requests);
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        sockets.add(client);
        daemon(() -> serve(client));
      } catch (SocketException e) {
        return; // closed
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void serve(Socket client) {
    try {
      String head = head(client.getInputStream());
      Fault fault = script.of(note(head));
      if (fault instanceof Hang) {
        return;
      }
      try (client) {
        serve(client, head, fault);
      }
    } catch (IOException e) {
      close(client); // one side has gone; the other hears of it
    }
  }

  private synchronized Request note(String head) {
    String[] words = head.split(" ", 3);
    Matcher range = RANGE.matcher(head);
    Request request =
        new Request(requests.size() + 1, words[0], words[1], range.find() ? range.group(1) : "");
    requests.add(request);
    return request;
  }

  private void serve(Socket client, String head, Fault fault) throws IOException {
    if (fault instanceof Answer answer) {
      boolean waits = head.toLowerCase(Locale.ROOT).contains("100-continue");
      copy(client.getInputStream(), OutputStream.nullOutputStream(), waits ? 0 : length(head));
      client.getOutputStream().write(text(answer));
      return;
    }
    try (Socket upstream = new Socket(server.getHost(), server.getPort())) {
      sockets.add(upstream);
      upstream.getOutputStream().write(latin(closing(head)));
      long toSend =
          fault instanceof BreakRequest broken
              ? Math.min(broken.afterBytes(), length(head))
              : length(head);
      daemon(() -> send(client, upstream, toSend, fault instanceof BreakRequest));
      relay(upstream.getInputStream(), client.getOutputStream(), fault);
      if (fault instanceof Pass) {
        linger(client);
      }
    }
  }

  // A client that still sends hears the answer only if nobody hangs up on it.
  private static void linger(Socket client) throws IOException {
    client.shutdownOutput();
    client.getInputStream().transferTo(OutputStream.nullOutputStream());
  }

  private static void send(Socket client, Socket upstream, long bytes, boolean thenBreak) {
    try {
      copy(client.getInputStream(), upstream.getOutputStream(), bytes);
      if (thenBreak) {
        close(upstream);
        close(client);
      }
    } catch (IOException e) {
      close(upstream);
    }
  }

  private static void relay(InputStream answer, OutputStream client, Fault fault)
      throws IOException {
    if (fault instanceof LoseAnswer) {
      answer.transferTo(OutputStream.nullOutputStream());
    } else if (fault instanceof BreakAnswer broken) {
      copy(answer, client, broken.afterBytes());
    } else if (fault instanceof Dribble dribble) {
      dribble(answer, client, dribble);
    } else {
      answer.transferTo(client);
    }
  }

  private static void dribble(InputStream from, OutputStream to, Dribble dribble)
      throws IOException {
    byte[] piece = new byte[dribble.pieceBytes()];
    int count;
    while ((count = from.readNBytes(piece, 0, piece.length)) > 0) {
      pause(dribble.pauseMillis());
      to.write(piece, 0, count);
    }
  }

  /** Copies {@code bytes}; ends silently when there are no more. */
  private static void copy(InputStream from, OutputStream to, long bytes) throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    long left = bytes;
    while (left > 0) {
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
    Matcher length = LENGTH.matcher(head);
    return length.find() ? Long.parseLong(length.group(1)) : 0;
  }

  private static byte[] text(Answer answer) {
    String body = "<Error><Code>" + answer.code() + "</Code><Message>by script</Message></Error>";
    return latin(
        "HTTP/1.1 "
            + answer.status()
            + " Fault\r\nContent-Type: application/xml\r\nContent-Length: "
            + body.length()
            + "\r\nConnection: close\r\n\r\n"
            + body);
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void pause(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "fault-proxy");
    thread.setDaemon(true);
    thread.start();
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Breaks whatever is open. */
  @Override
  public void close() throws IOException {
    listener.close();
    sockets.forEach(FaultProxy::close);
  }
}
