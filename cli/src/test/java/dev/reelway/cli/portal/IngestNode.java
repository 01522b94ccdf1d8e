package dev.reelway.cli.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.cli.fleet.UpProgram;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Another ingest process of an installation, whose clients upload straight to the store. */
final class IngestNode implements AutoCloseable {

  private static final Pattern PORT = Pattern.compile("listens on port (\\d+)");

  private final Process process;
  private final URI api;

  private IngestNode(Process process, URI api) {
    this.process = process;
    this.api = api;
  }

  /** Starts one that reaches the store under another address. */
  static IngestNode start(UpProgram up, URI store) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory(up.data(), "node");
    String joined = Files.readString(up.data().resolve("reelway.yaml"));
    String own =
        """
        ingest:
          http: {host: 127.0.0.1, port: 0}
          folder: %s
          executor: {name: second-ingest}
        """
            .formatted(folder.resolve("files"));
    Path config =
        Files.writeString(
            folder.resolve("node.yaml"),
            joined.replace("endpoint: " + up.store(), "endpoint: " + store) + own);
    Path said = folder.resolve("said");
    Process process = up.launch(said, "ingest", "--config", config);
    up.await(
        "the second ingest process listens",
        () -> !process.isAlive() || PORT.matcher(UpProgram.read(said)).find());
    Matcher port = PORT.matcher(UpProgram.read(said));
    assertThat(port.find()).as("it said: " + UpProgram.read(said)).isTrue();
    return new IngestNode(process, URI.create("http://127.0.0.1:" + port.group(1)));
  }

  URI api() {
    return api;
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
