package dev.reelway.cli.play;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;

/**
 * A folder that is served on loopback as {@code reelway play} does, for tests of other packages.
 */
public final class PlayedFolder implements AutoCloseable {
  private final PlayServer server;

  private PlayedFolder(PlayServer server) {
    this.server = server;
  }

  /** Serves the folder. */
  public static PlayedFolder of(Path folder) {
    return new PlayedFolder(
        PlayServer.start(folder, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)));
  }

  /** Where it is served, with a slash at the end. */
  public URI address() {
    return URI.create(server.uri().toString());
  }

  @Override
  public void close() {
    server.close();
  }
}
