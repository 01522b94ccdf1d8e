package dev.reelway.cli.play;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Serves one title folder and the play page over HTTP until it is closed. Owns its threads, which
 * are daemons.
 */
public final class PlayServer implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService workers;
  private final Throttle throttle = new Throttle();

  private PlayServer(HttpServer server, TitleFolder title) {
    this.server = server;
    AtomicInteger count = new AtomicInteger();
    this.workers =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "play-" + count.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    server.setExecutor(workers);
    route("/", new FolderHandler(title, throttle));
    route(PlayerPage.PATH, new PlayerPage(title));
    server.start();
  }

  private void route(String path, HttpHandler handler) {
    server.createContext(path, handler).getFilters().add(new CorsFilter());
  }

  /**
   * Starts serving.
   *
   * @param folder a title folder with a manifest in it
   * @param address where to listen; port 0 takes any free one
   */
  public static PlayServer start(Path folder, InetSocketAddress address) {
    TitleFolder title = TitleFolder.open(folder);
    // Without it every second small answer on a kept connection waits 40 ms for an acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    try {
      return new PlayServer(HttpServer.create(address, 0), title);
    } catch (IOException e) {
      throw new ReelwayException(
          FailureKind.USAGE_INVALID,
          "Cannot listen on "
              + address.getHostString()
              + " port "
              + address.getPort()
              + ": another program may use it; choose another one with --port, or 0 for any.",
          e);
    }
  }

  /** The server's own address, with a slash at the end; manifests and tracks lie below it. */
  public URI uri() {
    InetSocketAddress address = server.getAddress();
    String host = address.getAddress().getHostAddress().replaceFirst("%.*", "");
    String literal = host.contains(":") ? "[" + host + "]" : host;
    return URI.create("http://" + literal + ":" + address.getPort() + "/");
  }

  /** The play page. It takes {@code ?player=hls|dash|shaka&src=index.m3u8}. */
  public URI playerUri() {
    return uri().resolve(PlayerPage.PATH);
  }

  /** Slows the title's files down, for watching players switch. */
  public Throttle throttle() {
    return throttle;
  }

  /** Stops at once; answers on their way are cut. */
  @Override
  public void close() {
    server.stop(0);
    workers.shutdownNow();
  }
}
