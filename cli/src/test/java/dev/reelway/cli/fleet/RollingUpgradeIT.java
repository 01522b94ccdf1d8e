package dev.reelway.cli.fleet;

import static dev.reelway.cli.fleet.FleetProcesses.INGEST;
import static dev.reelway.cli.fleet.FleetProcesses.OTHER_WORKER;
import static dev.reelway.cli.fleet.FleetProcesses.WORKER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.plan.ChunkKeys;
import dev.reelway.contracts.plan.EncodePlan;
import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.contracts.work.EncodedChunk;
import dev.reelway.contracts.work.TaskKind;
import dev.reelway.contracts.work.TaskRef;
import dev.reelway.platform.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Workers of two builds side by side, until the old ones are gone. */
@EnabledIfSystemProperty(named = "reelway.faults", matches = "true")
class RollingUpgradeIT {

  private static final String LABEL = "REELWAY_ENGINE_LABEL";

  @TempDir private static Path shared;
  private static TestTitle title;
  private static FleetProcesses fleet;

  @BeforeAll
  static void startFleet() throws Exception {
    title = TestTitle.get();
    fleet = FleetProcesses.start(shared);
    fleet.kill(WORKER, INGEST);
    fleet.set(INGEST, Map.of("REELWAY_INGEST_REPLAN_AFTER", "3s"));
    fleet.set(WORKER, Map.of(LABEL, "old"));
    fleet.set(OTHER_WORKER, Map.of(LABEL, "new"));
    fleet.ensure(WORKER, INGEST);
  }

  @AfterAll
  static void stopFleet() throws Exception {
    fleet.close();
  }

  @Test
  void upgrade_withTitlesInFlight_everyTrackIsOfOneBuild() throws Exception {
    fleet.submit("planned-on-old", title.master(), title.ladder());
    fleet.awaitEncoding("planned-on-old", WORKER);
    fleet.begin(OTHER_WORKER);
    fleet.await(
        "both builds take work", () -> fleet.process(OTHER_WORKER).said().contains("takes tasks"));
    fleet.submit("planned-on-either", title.master(), title.ladder());
    fleet.await(
        "tasks of the old build are done",
        () -> fleet.api().title("planned-on-old").path("progress").path("encoded").asInt() >= 2);
    Recoveries recovery = Recoveries.begin("the old build is gone", fleet, "planned-on-old");
    fleet.stop(WORKER);

    recovery.awaitPublished();
    fleet.awaitPhase("planned-on-either", "PUBLISHED");
    fleet.submit("planned-on-new", title.master(), title.ladder());
    fleet.awaitPhase("planned-on-new", "PUBLISHED");

    assertThat(plan("planned-on-old").engineBuild()).endsWith("+new");
    assertThat(plan("planned-on-new").engineBuild()).endsWith("+new");
    String soundOfNew = plan("planned-on-new").audio().get(0).track();
    for (String id : List.of("planned-on-old", "planned-on-either", "planned-on-new")) {
      EncodePlan plan = plan(id);
      for (TaskRef task : plan.tasks().toList()) {
        boolean isKept = isSound(task) && !plan.audio().get(0).track().equals(soundOfNew);
        if (plan.engineBuild().endsWith("+new") && isKept) {
          assertThat(encoded(id, plan, task)).as("%s of %s was not made again", task, id).isEmpty();
        } else {
          assertThat(chunks(encoded(id, plan, task).orElseThrow()))
              .as("what %s of %s is made of", task, id)
              .isEqualTo(new HashSet<>(ChunkKeys.of(plan, task).values()));
        }
      }
    }
  }

  private static boolean isSound(TaskRef task) {
    return task.kind() == TaskKind.AUDIO_TRACK;
  }

  private static EncodePlan plan(String id) throws IOException {
    Path versions = fleet.bucket().resolve("titles").resolve(id).resolve("versions");
    Path file = versions.resolve("1").resolve("plan.json");
    return Json.read(Files.readAllBytes(file), EncodePlan.class, file.toString());
  }

  /** What the packager was given, if the plan's build made it. */
  private static Optional<EncodedChunk> encoded(String id, EncodePlan plan, TaskRef task)
      throws IOException {
    String key = StorageLayout.encodedKey(id, 1, plan.engineBuild(), task);
    Path file = fleet.bucket().resolve(key);
    return Files.exists(file)
        ? Optional.of(Json.read(Files.readAllBytes(file), EncodedChunk.class, key))
        : Optional.empty();
  }

  /** By the names of chunks, of which the engine's build is a part. */
  private static Set<String> chunks(EncodedChunk encoded) {
    return encoded.parts().stream()
        .map(part -> part.objectKey().replaceAll(".*/|\\.mp4", ""))
        .collect(Collectors.toSet());
  }
}
