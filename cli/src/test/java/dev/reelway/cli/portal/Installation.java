package dev.reelway.cli.portal;

import dev.reelway.cli.fleet.UpApi;
import dev.reelway.cli.fleet.UpProgram;
import dev.reelway.cli.play.Chromium;
import dev.reelway.cli.program.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What all tests of the portal share, because it takes long to start: {@code reelway up}, a
 * browser, the line between the two, and an identity provider.
 */
final class Installation {

  /** Two small rungs that are encoded in a moment. */
  private static final String LADDER =
      """
      segmentSeconds: 2
      rungs:
        - {height: 180, preset: ultrafast, crf: 40, maxBitrate: 600k}
        - {height: 96, preset: ultrafast, crf: 40, maxBitrate: 200k}
      """;

  private final Path folder;
  private final IdentityProvider provider = new IdentityProvider();
  private UpProgram up;
  private UpApi admin;
  private BreakableLine line;
  private Chromium chromium;

  private Installation(Path folder) {
    this.folder = folder;
  }

  /**
   * Starts all of it; the ladder {@code small} is there. What has begun ends with the process, also
   * if the rest does not begin.
   */
  static Installation start() {
    try {
      Installation installation = new Installation(Files.createTempDirectory("portal"));
      Runtime.getRuntime().addShutdownHook(new Thread(installation::close, "close-installation"));
      installation.begin();
      return installation;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private void begin() throws IOException, InterruptedException {
    Path config = Files.writeString(folder.resolve("config.yaml"), provider.config());
    up = UpProgram.start(folder, "--config", config);
    admin = UpApi.admin(up);
    admin.putLadder("small", LADDER);
    line = BreakableLine.to(URI.create(up.api()));
    chromium = Chromium.start();
  }

  Path folder() {
    return folder;
  }

  UpProgram up() {
    return up;
  }

  UpApi admin() {
    return admin;
  }

  /** Between browsers and the server. */
  BreakableLine line() {
    return line;
  }

  Chromium chromium() {
    return chromium;
  }

  IdentityProvider provider() {
    return provider;
  }

  private void close() {
    try {
      if (chromium != null) {
        chromium.close();
      }
      if (line != null) {
        line.close();
      }
      if (up != null) {
        up.close();
      }
      provider.close();
      Folders.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
