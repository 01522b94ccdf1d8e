package dev.reelway.cli.fleet;

import static dev.reelway.cli.fleet.FleetProcesses.INGEST;
import static dev.reelway.cli.fleet.FleetProcesses.OTHER_WORKER;
import static dev.reelway.cli.fleet.FleetProcesses.PACKAGER;
import static dev.reelway.cli.fleet.FleetProcesses.WORKER;
import static dev.reelway.cli.fleet.FleetProcesses.WRITER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The store fails in every way, or a disk is full: the title is published with the same bytes. */
@EnabledIfSystemProperty(named = "reelway.faults", matches = "true")
class StorageTroublesIT {

  private static final long SMALL_DISK_KIBIBYTES = 64;

  @TempDir private static Path shared;
  private static TestTitle title;
  private static FleetProcesses fleet;
  private static UnreliableProxy proxy;

  private String id;

  @BeforeAll
  static void startFleet() throws Exception {
    title = TestTitle.get();
    fleet = FleetProcesses.start(shared);
    proxy = UnreliableProxy.to(fleet.storePort());
    Map<String, String> through = Map.of("REELWAY_STORAGE_ENDPOINT", proxy.endpoint().toString());
    for (String role : new String[] {INGEST, PACKAGER, WRITER, WORKER}) {
      fleet.stop(role);
      fleet.set(role, through);
    }
    fleet.ensure(PACKAGER, WRITER, WORKER, INGEST);
  }

  @AfterAll
  static void stopFleet() throws Exception {
    fleet.close();
    proxy.close();
  }

  @BeforeEach
  void calm(TestInfo test) throws Exception {
    proxy.feel(UnreliableProxy.Mood.WELL);
    id = Recoveries.titleId(test);
    fleet.ensure(INGEST, PACKAGER, WRITER, WORKER);
    fleet.forgetChunks();
  }

  @ParameterizedTest
  @EnumSource(names = {"FAILING", "SLOW", "BREAKING"})
  void store_inTroubleAllTheTime_titleIsPublished(UnreliableProxy.Mood mood) throws Exception {
    id = id + "-" + mood.name().toLowerCase(Locale.ROOT);
    submit();
    Recoveries recovery = Recoveries.begin("store is " + mood, fleet, id);
    proxy.feel(mood);

    assertPublished(recovery);
    assertThat(proxy.spoilt()).isPositive();
  }

  @Test
  void store_downForAWhile_titleGoesOn() throws Exception {
    submit();
    fleet.awaitEncoding(id, WORKER);
    proxy.feel(UnreliableProxy.Mood.DOWN);
    fleet.await("the store was missed", () -> proxy.spoilt() > 20);
    Recoveries recovery = Recoveries.begin("store was down and is back", fleet, id);
    proxy.feel(UnreliableProxy.Mood.WELL);

    assertPublished(recovery);
  }

  @Test
  void scratch_isFull_anotherWorkerFinishes() throws Exception {
    Path disk = mountSmallDisk();
    try {
      fleet.stop(WORKER);
      fleet.set(OTHER_WORKER, Map.of("REELWAY_WORKER_SCRATCH", disk.toString()));
      fleet.begin(OTHER_WORKER);
      submit();
      fleet.await(
          "the disk is full", () -> fleet.process(OTHER_WORKER).said().contains("[STORAGE_FULL]"));
      Recoveries recovery = Recoveries.begin("scratch is full, another has room", fleet, id);
      fleet.begin(WORKER);

      assertPublished(recovery);
    } finally {
      fleet.stop(OTHER_WORKER);
      run("umount", disk.toString());
    }
  }

  private static Path mountSmallDisk() throws IOException, InterruptedException {
    Path disk = Files.createDirectories(shared.resolve("small-disk"));
    boolean mounted =
        run("mount", "-t", "tmpfs", "-o", "size=" + SMALL_DISK_KIBIBYTES + "k", "tmpfs", "" + disk)
            == 0;
    assumeTrue(mounted, "a small disk cannot be mounted here; it takes root");
    return disk;
  }

  private static int run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  private void submit() throws IOException, InterruptedException {
    fleet.submit(id, title.master(), title.ladder());
  }

  private void assertPublished(Recoveries recovery) throws IOException, InterruptedException {
    JsonNode status = recovery.awaitPublished();
    assertThat(fleet.published(id)).isEqualTo(title.undisturbed());
    assertThat(status.path("progress").path("encoded").asInt()).isEqualTo(TestTitle.TASKS);
  }
}
