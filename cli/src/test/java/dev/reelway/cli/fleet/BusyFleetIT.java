package dev.reelway.cli.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** A fleet that hears everything twice, and one with much to do for somebody else. */
@EnabledIfSystemProperty(named = "reelway.faults", matches = "true")
class BusyFleetIT {

  private static final Path TINY = Path.of("..", "samples", "masters", "small", "tiny.mp4");
  private static final int MANY = 20;

  private static final String TINY_LADDER =
      """
      segmentSeconds: 2
      rungs:
        - {height: 96, preset: ultrafast, crf: %d, maxBitrate: 100k}
      """;

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
  void messages_eachDeliveredTwice_titleIsTheSame() throws Exception {
    try (Repeater repeater = Repeater.start(fleet.bootstrapServers())) {
      fleet.submit("twice", title.master(), title.ladder());
      JsonNode status = fleet.awaitPhase("twice", "PUBLISHED");

      assertThat(repeater.repeated()).isGreaterThan(3 * TestTitle.TASKS);
      assertThat(fleet.published("twice")).isEqualTo(title.undisturbed());
      assertThat(status.path("version").asInt()).isEqualTo(1);
      assertThat(status.path("progress").path("encoded").asInt()).isEqualTo(TestTitle.TASKS);
      assertThat(status.path("progress").path("retries").asInt()).isZero();
    }
  }

  @Test
  void tenant_withOneTitle_isNotBehindAnotherWithTwenty() throws Exception {
    FleetApi many = tenant("many");
    FleetApi one = tenant("one");
    List<String> ids = new ArrayList<>();
    for (int number = 0; number < MANY; number++) {
      ids.add("many-" + number);
      submit(many, "many-" + number, number);
    }
    ids.add("one");
    submit(one, "one", MANY);
    for (String id : ids) {
      fleet.awaitPhase(id, "PUBLISHED");
    }

    List<String> order = new ArrayList<>(ids);
    Map<String, String> ends = new HashMap<>();
    for (String id : ids) {
      ends.put(id, publishedAt(id));
    }
    order.sort(Comparator.comparing(ends::get));
    System.out.println("published in this order: " + order);
    assertThat(order.indexOf("one")).as("place of the only title").isLessThan(MANY / 2);
    assertThat(many.title("one").isMissingNode()).as("others' titles are hidden").isTrue();
  }

  private static FleetApi tenant(String name) throws IOException, InterruptedException {
    JsonNode key = fleet.api().post("keys", Map.of("name", name, "role", "editor", "tenant", name));
    return fleet.api().as(key.path("key").asText());
  }

  // Each with settings of its own, so that none finds the chunks of another.
  private static void submit(FleetApi api, String id, int number)
      throws IOException, InterruptedException {
    Path master = TINY.toRealPath();
    api.post(
        "titles",
        Map.of(
            "id", id,
            "source", master.toUri().toString(),
            "ladder", TINY_LADDER.formatted(20 + number)));
  }

  private static String publishedAt(String id) throws InterruptedException {
    for (JsonNode entered : fleet.api().title(id).path("phases")) {
      if (entered.path("phase").asText().equals("PUBLISHED")) {
        return entered.path("at").asText();
      }
    }
    throw new AssertionError(id + " was never published");
  }
}
