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
 * no new one comes about before it is mended. Or it swallows what one connection sends, and the
 * others do not notice. Both happen at a byte, not at a time.
 */
final class BreakableLine implements AutoCloseable {

  private static final int BUFFER_BYTES = 1 << 14;

  private final URI server;
  private final ServerSocket listener;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final AtomicLong bytesLeft = new AtomicLong(Long.MAX_VALUE);
  private volatile boolean swallows;

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
    swallows = false;
    bytesLeft.set(bytes);
  }

  /**
   * From now on it is whole, but the connection that carries the byte of this number goes on to
   * nowhere from there.
   */
  void swallowAfter(long bytes) {
    swallows = true;
    bytesLeft.set(bytes);
  }

  /** From now on it is whole. */
  void mend() {
    swallows = false;
    bytesLeft.set(Long.MAX_VALUE);
  }

  /** Whether what {@link #swallowAfter} announced has come about. */
  boolean hasSwallowed() {
    return swallows && bytesLeft.get() == Long.MAX_VALUE;
  }

  /** Whether what {@link #breakAfter} announced has come about. */
  boolean isBroken() {
    return bytesLeft.get() <= 0;
  }

  /** Whether these bytes are the ones at which it happens. */
  private boolean isUsedUpBy(int bytes) {
    return bytesLeft.get() < Long.MAX_VALUE && bytesLeft.addAndGet(-bytes) <= 0;
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
        if (isCounted && isUsedUpBy(count)) {
          if (swallows) {
            bytesLeft.set(Long.MAX_VALUE);
            in.transferTo(OutputStream.nullOutputStream());
          } else {
            hangUp();
          }
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
