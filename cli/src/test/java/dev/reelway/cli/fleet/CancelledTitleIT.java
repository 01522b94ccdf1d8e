package dev.reelway.cli.fleet;

import static dev.reelway.cli.fleet.FleetProcesses.WORKER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reelway.cli.program.ReelwayProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Titles that come to nothing: cancelled by a person, or made from a damaged master. */
@EnabledIfSystemProperty(named = "reelway.faults", matches = "true")
class CancelledTitleIT {

  /** Several pictures: one alone may, by chance, decode to something. */
  private static final int SCRATCH_BYTES = 64 * 1024;

  @TempDir private static Path shared;
  private static TestTitle title;
  private static FleetProcesses fleet;

  private String id;

  @BeforeAll
  static void startFleet() throws Exception {
    title = TestTitle.get();
    fleet = FleetProcesses.start(shared);
  }

  @AfterAll
  static void stopFleet() throws Exception {
    fleet.close();
  }

  @BeforeEach
  void nameTitle(TestInfo test) {
    id = Recoveries.titleId(test);
  }

  @Test
  void cancel_inMidEncode_stopsTheEncodersAndLeavesNothing() throws Exception {
    String ladderOfOther =
        title.ladder().replace("crf: 28, maxBitrate: 900k", "crf: 20, maxBitrate: 900k");
    fleet.submit(id + "-kept", title.master(), title.ladder());
    fleet.awaitPhase(id + "-kept", "PUBLISHED");
    fleet.await(
        "its end is kept", () -> !fleet.objects("jobs/" + id + "-kept/status.json").isEmpty());
    List<String> before = fleet.objects("");
    List<String> chunks = fleet.objects("work/chunks");

    // The small rung is the same, so its chunks are shared with the published title.
    fleet.submit(id, title.master(), ladderOfOther);
    fleet.await(
        "a chunk of its own is encoded", () -> fleet.objects("work/chunks").size() > chunks.size());
    List<ProcessHandle> encoders = fleet.awaitEncoding(id, WORKER);
    Recoveries recovery = Recoveries.begin("cancelled", fleet, id);
    fleet.api().post("titles/" + id + "/cancel", Map.of());
    fleet.awaitGone(encoders);
    recovery.note("the encoders are gone");
    assertThat(recovery.millis()).as("time to stop the encoders").isLessThan(20_000);
    fleet.awaitPhase(id, "CANCELLED");
    assertThat(fleet.process(WORKER).children()).isEmpty();

    ReelwayProcess.run("sweep", "--server", fleet.api().url(), "--key", fleet.api().key())
        .succeeded();
    List<String> left = new ArrayList<>(fleet.objects(""));
    assertThat(left).containsAll(before);
    left.removeAll(before);
    assertThat(left).allMatch(key -> key.startsWith("jobs/" + id + "/"));
    assertThat(fleet.published(id + "-kept")).isEqualTo(title.undisturbed());
  }

  @Test
  void chunk_thatCannotBeDecoded_failsTheTitleAndIsADeadLetter() throws Exception {
    Path damaged = damagedInTheMiddle(title.master());

    fleet.submit(id, damaged, title.ladder());
    fleet.await(id + " has failed", () -> fleet.api().phase(id).equals("FAILED"));

    JsonNode failure = fleet.api().title(id).path("failure");
    assertThat(failure.path("kind").asText()).isEqualTo("MASTER_DAMAGED");
    assertThat(failure.path("message").asText()).containsPattern("at 0:00:\\d\\d\\.\\d{3}");
    fleet.await(
        "there is a dead letter", () -> fleet.api().get("dead-letters").toString().contains(id));
    String listed =
        ReelwayProcess.run("dlq", "list", "--server", fleet.api().url(), "--key", fleet.api().key())
            .succeeded()
            .out();
    assertThat(listed).contains("MASTER_DAMAGED").contains(id);
    fleet.await("nothing of it is public", () -> fleet.objects("titles/" + id).isEmpty());
  }

  private static Path damagedInTheMiddle(Path master) throws Exception {
    byte[] bytes = Files.readAllBytes(master);
    byte[] noise = new byte[SCRATCH_BYTES];
    new Random(11).nextBytes(noise);
    System.arraycopy(noise, 0, bytes, bytes.length / 2, noise.length);
    return Files.write(shared.resolve("damaged.mp4"), bytes);
  }
}
