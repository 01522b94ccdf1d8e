package dev.reelway.cli.fleet;

import static dev.reelway.cli.fleet.FleetProcesses.INGEST;
import static dev.reelway.cli.fleet.FleetProcesses.PACKAGER;
import static dev.reelway.cli.fleet.FleetProcesses.SERVERS;
import static dev.reelway.cli.fleet.FleetProcesses.WORKER;
import static dev.reelway.cli.fleet.FleetProcesses.WRITER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reelway.cli.program.ReelwayProcess;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Everything that Kafka held is lost; the object store is not. */
@EnabledIfSystemProperty(named = "reelway.faults", matches = "true")
class LostKafkaIT {

  private static final Path TINY = Path.of("..", "samples", "masters", "small", "tiny.mp4");

  @TempDir private static Path shared;
  private static TestTitle title;
  private static FleetProcesses fleet;

  @BeforeAll
  static void startFleet() throws Exception {
    title = TestTitle.get();
    fleet = FleetProcesses.start(shared);
  }

  @AfterAll
  static void stopFleet() throws Exception {
    fleet.close();
  }

  @Test
  void recover_afterKafkaWasDeleted_restoresAndFinishesTitles() throws Exception {
    fleet.submit("public", TINY.toRealPath(), title.ladder());
    JsonNode before = fleet.awaitPhase("public", "PUBLISHED");
    var published = fleet.published("public");
    fleet.await("its end is kept", () -> !fleet.objects("jobs/public/status.json").isEmpty());
    fleet.submit("in-flight", title.master(), title.ladder());
    fleet.await(
        "two tasks of it are done",
        () -> fleet.api().title("in-flight").path("progress").path("encoded").asInt() >= 2);
    fleet.awaitEncoding("in-flight", WORKER);

    fleet.kill(SERVERS, INGEST, PACKAGER, WRITER, WORKER);
    fleet.deleteData("kafka");
    fleet.ensure(SERVERS);
    assertThat(statusOf(before.path("links").path("hls").asText())).isEqualTo(200);
    fleet.ensure(INGEST, PACKAGER, WRITER, WORKER);
    assertThat(fleet.api().get("titles").path("total").asInt()).isZero();
    Recoveries recovery = Recoveries.begin("Kafka's data was deleted", fleet, "in-flight");
    String said =
        ReelwayProcess.run("recover", "--server", fleet.api().url(), "--key", fleet.api().key())
            .succeeded()
            .out();

    assertThat(said).contains("Restored 2 titles");
    JsonNode restored = fleet.awaitPhase("public", "PUBLISHED");
    assertThat(restored.path("published")).isEqualTo(before.path("published"));
    JsonNode finished = recovery.awaitPublished();
    assertThat(finished.path("progress").path("reusedParts").asInt()).isGreaterThanOrEqualTo(2);
    assertThat(fleet.published("in-flight")).isEqualTo(title.undisturbed());
    assertThat(fleet.published("public")).isEqualTo(published);
  }

  private static int statusOf(String url) throws Exception {
    HttpResponse<String> reply =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
    return reply.statusCode();
  }
}
