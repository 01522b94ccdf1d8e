package dev.reelway.embedded;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A real Kafka broker inside this process, on the loopback address. Everything it holds lies in one
 * folder and is there again after a restart, orderly or not.
 *
 * <pre>
 *  folder/.lock   held while the broker runs
 *  folder/log/    Kafka's own files
 * </pre>
 *
 * <p>Close all clients before the broker. Its threads keep the process alive until then.
 */
public final class EmbeddedKafka implements AutoCloseable {

  private final FolderLock lock;
  private final int port;
  private final KafkaRaftServer server;
  private final CompletableFuture<String> died = new CompletableFuture<>();
  private final Consumer<String> onExit = died::complete;

  private EmbeddedKafka(FolderLock lock, int port, KafkaRaftServer server) {
    this.lock = lock;
    this.port = port;
    this.server = server;
  }

  /**
   * Starts the broker and returns when it takes work.
   *
   * @param data folder of its own; made if it is not there
   * @param port where clients connect; 0 for any free one. Clients find a broker again after a
   *     restart only at the same port.
   * @throws ReelwayException {@code OUTPUT_IN_USE} if another server runs on the folder, {@code
   *     MESSAGING_UNAVAILABLE} if the broker cannot start
   */
  public static EmbeddedKafka start(Path data, int port) {
    FolderLock lock = FolderLock.take(data);
    try {
      Path log = data.resolve("log");
      format(log);
      int[] free = freePorts();
      int brokerPort = port == 0 ? free[0] : port;
      KafkaConfig config =
          KafkaConfig.fromProps(BrokerSettings.of(log, brokerPort, free[1]), false);
      EmbeddedKafka kafka =
          new EmbeddedKafka(lock, brokerPort, new KafkaRaftServer(config, Time.SYSTEM));
      kafka.run();
      return kafka;
    } catch (Throwable e) {
      lock.close();
      throw e instanceof ReelwayException ours ? ours : failed(data, port, e);
    }
  }

  /** Where clients connect: {@code 127.0.0.1:port}. */
  public String bootstrapServers() {
    return BrokerSettings.HOST + ":" + port;
  }

  /** The port of {@link #bootstrapServers}. */
  public int port() {
    return port;
  }

  /** Completes with the reason when the broker gives up by itself, such as for a lost folder. */
  public CompletionStage<String> died() {
    return died.minimalCompletionStage();
  }

  /** Stops the broker; what was acknowledged is on disk. */
  @Override
  public void close() {
    try {
      server.shutdown();
      server.awaitShutdown();
    } finally {
      BrokerExits.forget(onExit);
      lock.close();
    }
  }

  private void run() {
    BrokerExits.listen(onExit);
    try {
      server.startup();
    } catch (Throwable e) {
      BrokerExits.forget(onExit);
      server.shutdown();
      throw e;
    }
  }

  /** Gives a new folder its identity; one that has it keeps it. */
  private static void format(Path log) throws IOException {
    if (Files.exists(log.resolve("meta.properties"))) {
      return;
    }
    Files.createDirectories(log);
    try (PrintStream silent =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
      new Formatter()
          .setPrintStream(silent)
          .setNodeId(BrokerSettings.NODE_ID)
          .setClusterId(Uuid.randomUuid().toString())
          .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
          .setControllerListenerName(BrokerSettings.CONTROLLER_LISTENER)
          .setMetadataLogDirectory(log.toAbsolutePath().toString())
          .addDirectory(log.toAbsolutePath().toString())
          .run();
    } catch (Exception e) {
      throw new IOException("the folder could not be prepared: " + e.getMessage(), e);
    }
  }

  /** Two different ones: both are held until both are known. */
  private static int[] freePorts() throws IOException {
    InetAddress host = InetAddress.getLoopbackAddress();
    try (ServerSocket one = new ServerSocket(0, 1, host);
        ServerSocket other = new ServerSocket(0, 1, host)) {
      return new int[] {one.getLocalPort(), other.getLocalPort()};
    }
  }

  private static ReelwayException failed(Path data, int port, Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof BindException) {
        return new ReelwayException(
            FailureKind.MESSAGING_UNAVAILABLE,
            "The embedded Kafka broker cannot use port " + port + ": it is taken.",
            e);
      }
    }
    return new ReelwayException(
        FailureKind.MESSAGING_UNAVAILABLE,
        "The embedded Kafka broker did not start on the folder " + data + ": " + e.getMessage(),
        e);
  }
}
