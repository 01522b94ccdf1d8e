package dev.reelway.cli.portal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Carries bytes between a browser and a server, until it breaks: then all connections are gone and
 * no new one comes about before it is mended.
 */
final class BreakableLine implements AutoCloseable {

  private static final int BUFFER_BYTES = 1 << 14;

  private final URI server;
  private final ServerSocket listener;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final AtomicLong bytesLeft = new AtomicLong(Long.MAX_VALUE);

  private BreakableLine(URI server, ServerSocket listener) {
    this.server = server;
    this.listener = listener;
  }

  /** A whole line to {@code server}. */
  static BreakableLine to(URI server) throws IOException {
    ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    BreakableLine line = new BreakableLine(server, listener);
    daemon(line::accept);
    return line;
  }

  /** What the browser talks to. */
  URI uri() {
    return URI.create("http://127.0.0.1:" + listener.getLocalPort());
  }

  /** Breaks as soon as the browser has sent so many more bytes. */
  void breakAfter(long bytes) {
    bytesLeft.set(bytes);
  }

  void mend() {
    bytesLeft.set(Long.MAX_VALUE);
  }

  private boolean isBroken() {
    return bytesLeft.get() <= 0;
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket browser = listener.accept();
        if (isBroken()) {
          browser.close();
        } else {
          connect(browser);
        }
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void connect(Socket browser) throws IOException {
    Socket upstream = new Socket(server.getHost(), server.getPort());
    sockets.add(browser);
    sockets.add(upstream);
    daemon(() -> carry(browser, upstream, true));
    daemon(() -> carry(upstream, browser, false));
  }

  private void carry(Socket from, Socket to, boolean isCounted) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        if (isCounted && bytesLeft.get() < Long.MAX_VALUE && bytesLeft.addAndGet(-count) <= 0) {
          hangUp();
          return;
        }
        out.write(buffer, 0, count);
      }
    } catch (IOException e) {
      return; // one side has gone; the other hears of it
    }
  }

  private void hangUp() {
    for (Socket socket : sockets) {
      try {
        socket.close();
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
    sockets.clear();
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "breakable-line");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    listener.close();
    hangUp();
  }
}
