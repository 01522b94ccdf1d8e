package dev.reelway.cli.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.cli.command.ExitCodes;
import dev.reelway.cli.program.FolderDigest;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** An installation that stops and starts, and one that another process joins. */
@EnabledIfSystemProperty(named = "reelway.faults", matches = "true")
class UpRestartIT {

  private static final Path TINY = Path.of("..", "samples", "masters", "small", "tiny.mp4");
  private static final int ENDED_BY_TERM = 143;

  @TempDir private Path folder;

  @Test
  void up_startedAgain_knowsItsTitlesItsKeyAndTheUnfinishedWork() throws Exception {
    try (UpProgram up = UpProgram.start(folder)) {
      UpApi before = UpApi.admin(up);
      up.run("submit", TINY, "--id", "done", "--wait").succeeded();
      SortedMap<String, String> bytes = FolderDigest.of(up.title("done"));

      assertThat(up.stop()).isEqualTo(ENDED_BY_TERM);
      assertThat(up.err()) // a slow machine may have more to say
          .as("the log of a quiet run")
          .doesNotContain("OffsetFetcherUtils", "StreamsConfig", "controller activation", " 0 ");

      up.startAgain("--roles", "ingest,packager,manifest-writer");
      assertThat(up.out()).as("the key is told once").doesNotContain("Admin key");
      UpApi after = new UpApi(up.api(), before.key());
      assertThat(after.phase("done")).isEqualTo("PUBLISHED");
      assertThat(up.run("list").succeeded().out()).containsPattern("done +PUBLISHED");
      assertThat(FolderDigest.of(up.title("done"))).isEqualTo(bytes);
      assertThat(get(up.store() + "/reelway/titles/done/index.m3u8").body()).startsWith("#EXTM3U");

      assertNobodyEncodesUntilAWorkerJoins(up, after);
    }
  }

  private static void assertNobodyEncodesUntilAWorkerJoins(UpProgram up, UpApi api)
      throws Exception {
    up.run("submit", TINY, "--id", "joined", "--name", "another").succeeded();
    up.await("it is planned", () -> api.phase("joined").equals("ENCODING"));
    Process worker = up.launch("worker", "--config", up.data().resolve("reelway.yaml"));
    try {
      up.await("the worker encoded it", () -> api.phase("joined").equals("PUBLISHED"));
      assertThat(up.run("queue").succeeded().out()).containsPattern("(?m)ENCODE");
    } finally {
      worker.destroy();
      worker.waitFor();
    }
    assertThat(worker.exitValue()).isEqualTo(ENDED_BY_TERM);
  }

  @Test
  void up_portThatIsTaken_isSaidBeforeAnythingStarts() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      UpProgram.Said said =
          UpProgram.command(
              folder, "up", "--data", folder.resolve("d"), "--port", taken.getLocalPort());

      assertThat(said.exitCode()).isEqualTo(ExitCodes.USAGE);
      assertThat(said.err())
          .contains("port " + taken.getLocalPort(), "choose another with --port. [USAGE_INVALID]");
      assertThat(folder.resolve("d/kafka")).doesNotExist();
    }
  }

  @Test
  void up_folderThatIsAFile_isRefused() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));

    UpProgram.Said said = UpProgram.command(folder, "up", "--data", file);

    assertThat(said.exitCode()).isEqualTo(ExitCodes.USAGE);
    assertThat(said.err()).contains("is a file, not a folder. [USAGE_INVALID]");
  }

  private static HttpResponse<String> get(String address) throws Exception {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
  }
}
