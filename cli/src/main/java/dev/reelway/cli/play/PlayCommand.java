package dev.reelway.cli.play;

import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Plays a finished title in the browser until it is interrupted. */
@Command(
    name = "play",
    description = "Serve a title folder with a page that plays it in hls.js, dash.js and Shaka.",
    mixinStandardHelpOptions = true)
public final class PlayCommand implements Callable<Integer> {

  private static final int BYTES_PER_KILOBIT = 1000 / 8;
  private static final int LAST_PORT = 65535;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "The title folder: it holds index.m3u8, index.mpd.")
  private Path folder;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8090",
      description = "Port to listen on, 0 for any free one (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      description = "Address to listen on (default: this machine only).")
  private InetAddress bind = InetAddress.getLoopbackAddress();

  @Option(
      names = "--throttle",
      paramLabel = "KBIT",
      description = "Send at most so many kbit/s, to watch players switch (default: no limit).")
  private long throttleKilobits = Throttle.UNLIMITED;

  @Override
  public Integer call() {
    check(port >= 0 && port <= LAST_PORT, "--port must be between 0 and " + LAST_PORT + ".");
    check(throttleKilobits >= 0, "--throttle must not be negative.");
    try (PlayServer server = PlayServer.start(folder, new InetSocketAddress(bind, port))) {
      server.throttle().limit(throttleKilobits * BYTES_PER_KILOBIT);
      PrintWriter out = spec.commandLine().getOut();
      out.println("Playing " + folder + " at " + server.playerUri());
      out.println("Manifests lie below " + server.uri() + " - stop with Ctrl-C.");
      out.flush();
      new CountDownLatch(1).await(); // for ever: Ctrl-C ends the process
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return 0;
  }

  private void check(boolean holds, String rule) {
    if (!holds) {
      throw new ParameterException(spec.commandLine(), rule);
    }
  }
}
