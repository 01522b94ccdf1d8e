package dev.reelway.ingest.notify;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * One HTTP/1.1 POST whose answer's status is all that matters. On a plain socket because the JDK's
 * client resolves the host a second time, behind {@link AddressGuard}'s back, and has no limit for
 * an answer that drips. Redirects are not followed. Safe for any thread.
 */
final class WebhookPost implements AutoCloseable {

  private static final int MOST_HEADER_BYTES = 32 * 1024;
  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  private final AddressGuard guard;
  private final Duration limit;
  private final ScheduledExecutorService alarms = alarms();

  /**
   * @param guard which addresses may be posted to
   * @param limit for the whole of a post, from connecting to the answer's headers
   */
  WebhookPost(AddressGuard guard, Duration limit) {
    this.guard = guard;
    this.limit = limit;
  }

  /** Posts and returns the answer's status. */
  int post(URI url, Map<String, String> headers, byte[] body) throws IOException {
    boolean secure = "https".equalsIgnoreCase(url.getScheme());
    int port = url.getPort() >= 0 ? url.getPort() : secure ? HTTPS : HTTP;
    String host = url.getHost();
    InetSocketAddress address = new InetSocketAddress(guard.resolve(host), port);
    try (Socket socket = new Socket()) {
      Alarm alarm = new Alarm(socket);
      ScheduledFuture<?> due = alarms.schedule(alarm, limit.toMillis(), TimeUnit.MILLISECONDS);
      try {
        socket.connect(address);
        Socket stream = secure ? secured(socket, host, port) : socket;
        stream.getOutputStream().write(request(url, headers, body));
        stream.getOutputStream().flush();
        return status(new BufferedInputStream(stream.getInputStream()));
      } catch (IOException e) {
        throw alarm.wentOff
            ? new InterruptedIOException("no answer within " + limit.toSeconds() + " s")
            : e;
      } finally {
        due.cancel(false);
      }
    }
  }

  @Override
  public void close() {
    alarms.shutdownNow();
  }

  private static Socket secured(Socket socket, String host, int port) throws IOException {
    SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
    SSLSocket secured = (SSLSocket) factory.createSocket(socket, host, port, true);
    SSLParameters parameters = secured.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secured.setSSLParameters(parameters);
    secured.startHandshake();
    return secured;
  }

  private static byte[] request(URI url, Map<String, String> headers, byte[] body)
      throws IOException {
    String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
    StringBuilder head = new StringBuilder();
    head.append("POST ").append(path).append(query).append(" HTTP/1.1\r\n");
    head.append("Host: ").append(url.getRawAuthority()).append("\r\n");
    head.append("Connection: close\r\nContent-Length: ").append(body.length).append("\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    head.append("\r\n");
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    request.write(head.toString().getBytes(StandardCharsets.UTF_8));
    request.write(body);
    return request.toByteArray();
  }

  private static int status(InputStream stream) throws IOException {
    int left = MOST_HEADER_BYTES;
    int status = 0;
    while (true) {
      String line = line(stream, left);
      left -= line.length() + 2;
      if (line.startsWith("HTTP/1.")) {
        status = number(line);
      } else if (line.isEmpty() && status >= 200) {
        return status;
      } else if (status == 0) {
        throw new IOException("the answer is not HTTP");
      }
    }
  }

  private static int number(String statusLine) throws IOException {
    String[] parts = statusLine.split(" ", 3);
    if (parts.length < 2 || !parts[1].matches("[1-5][0-9][0-9]")) {
      throw new IOException("the answer is not HTTP");
    }
    return Integer.parseInt(parts[1]);
  }

  private static String line(InputStream stream, int longest) throws IOException {
    StringBuilder line = new StringBuilder();
    while (true) {
      int next = stream.read();
      if (next < 0) {
        throw new EOFException("the connection ended before the answer");
      }
      if (next == '\n') {
        return line.toString();
      }
      if (line.length() >= longest) {
        throw new IOException("the answer's headers are too long");
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
  }

  private static ScheduledExecutorService alarms() {
    ScheduledThreadPoolExecutor executor =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "webhook-alarms");
              thread.setDaemon(true);
              return thread;
            });
    executor.setRemoveOnCancelPolicy(true);
    return executor;
  }

  /** Closing the socket ends whatever waits on it: connecting, writing, reading. */
  private static final class Alarm implements Runnable {
    private final Socket socket;
    private volatile boolean wentOff;

    Alarm(Socket socket) {
      this.socket = socket;
    }

    @Override
    public void run() {
      wentOff = true;
      try {
        socket.close();
      } catch (IOException e) {
        // It is as good as closed.
      }
    }
  }
}
