package dev.reelway.cli.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.TestInfo;

/** Takes the time from a fault until the title goes on and until it is published. */
final class Recoveries {

  private static final int LONGEST_ID = 50;

  private final String what;
  private final FleetProcesses fleet;
  private final String id;
  private final int before;
  private final long startNanos = System.nanoTime();

  private Recoveries(String what, FleetProcesses fleet, String id, int before) {
    this.what = what;
    this.fleet = fleet;
    this.id = id;
    this.before = before;
  }

  /** Call it right before the fault. */
  static Recoveries begin(String what, FleetProcesses fleet, String id)
      throws InterruptedException {
    return new Recoveries(what, fleet, id, steps(fleet, id));
  }

  /** A title id for a test. */
  static String titleId(TestInfo test) {
    String name = test.getTestMethod().orElseThrow().getName();
    String id = name.replaceAll("([A-Z])", "-$1").replace('_', '-').toLowerCase(Locale.ROOT);
    return id.substring(0, Math.min(id.length(), LONGEST_ID));
  }

  /** Prints how long something took. */
  void note(String reached) {
    System.out.println("recovered in " + millis() + " ms: " + what + ": " + reached);
  }

  /** Waits for the next finished task, then for the end. */
  JsonNode awaitPublished() throws IOException, InterruptedException {
    fleet.await(
        id + " goes on",
        () -> steps(fleet, id) > before || fleet.api().phase(id).startsWith("PUBLISH"));
    note("the next task is done");
    JsonNode status = fleet.awaitPhase(id, "PUBLISHED");
    note("published");
    return status;
  }

  private static int steps(FleetProcesses fleet, String id) throws InterruptedException {
    JsonNode progress = fleet.api().title(id).path("progress");
    return progress.path("encoded").asInt() + progress.path("packaged").asInt();
  }

  long millis() {
    return (System.nanoTime() - startNanos) / 1_000_000;
  }
}
