package dev.reelway.cli.fleet;

import static dev.reelway.cli.fleet.FleetProcesses.INGEST;
import static dev.reelway.cli.fleet.FleetProcesses.OTHER_WORKER;
import static dev.reelway.cli.fleet.FleetProcesses.PACKAGER;
import static dev.reelway.cli.fleet.FleetProcesses.SERVERS;
import static dev.reelway.cli.fleet.FleetProcesses.WORKER;
import static dev.reelway.cli.fleet.FleetProcesses.WRITER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Whichever process is killed: the title is published with the same bytes. */
@EnabledIfSystemProperty(named = "reelway.faults", matches = "true")
class KilledProcessesIT {

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
  void repairFleet(TestInfo test) throws Exception {
    id = Recoveries.titleId(test);
    fleet.ensure(SERVERS, INGEST, PACKAGER, WRITER, WORKER);
    fleet.forgetChunks();
  }

  @Test
  void worker_killedInMidChunk_anotherFinishes() throws Exception {
    submit();
    List<ProcessHandle> encoders = fleet.awaitEncoding(id, WORKER);
    Recoveries recovery = Recoveries.begin("worker killed, another takes over", fleet, id);
    fleet.begin(OTHER_WORKER);
    fleet.kill(WORKER);
    fleet.awaitGone(encoders);
    recovery.note("its encoders are gone");

    assertPublished(recovery);
    fleet.stop(OTHER_WORKER);
  }

  @Test
  void worker_killedAndStartedUnderItsName_needNotWaitForTheLease() throws Exception {
    submit();
    fleet.awaitEncoding(id, WORKER);
    Recoveries recovery = Recoveries.begin("worker killed and started again", fleet, id);
    fleet.kill(WORKER);
    fleet.begin(WORKER);

    assertPublished(recovery);
  }

  @Test
  void ingest_killedWhileEncoding_goesOn() throws Exception {
    submit();
    fleet.awaitEncoding(id, WORKER);
    Recoveries recovery = Recoveries.begin("ingest killed and started again", fleet, id);
    fleet.kill(INGEST);
    fleet.ensure(INGEST);
    recovery.note("ready");

    assertPublished(recovery);
  }

  @Test
  void packager_killedAtWork_goesOn() throws Exception {
    submit();
    fleet.await("segments are written", () -> !fleet.objects("titles/" + id).isEmpty());
    Recoveries recovery = Recoveries.begin("packager killed and started again", fleet, id);
    fleet.kill(PACKAGER);
    fleet.begin(PACKAGER);

    assertPublished(recovery);
  }

  @Test
  void manifestWriter_killedWhilePublishing_goesOn() throws Exception {
    submit();
    Path versions = fleet.bucket().resolve("titles").resolve(id).resolve("versions");
    fleet.await("the version is written", () -> Files.exists(versions));
    Recoveries recovery = Recoveries.begin("manifest writer killed and started again", fleet, id);
    fleet.kill(WRITER);
    fleet.begin(WRITER);

    assertPublished(recovery);
  }

  @Test
  void servers_killedWhileEncoding_goOn() throws Exception {
    submit();
    fleet.awaitEncoding(id, WORKER);
    Recoveries recovery = Recoveries.begin("broker and store killed and started again", fleet, id);
    fleet.kill(SERVERS);
    fleet.ensure(SERVERS);
    recovery.note("ready");

    assertPublished(recovery);
  }

  @Test
  void everything_killedAtOnce_goesOn() throws Exception {
    submit();
    List<ProcessHandle> encoders = fleet.awaitEncoding(id, WORKER);
    Recoveries recovery = Recoveries.begin("everything killed and started again", fleet, id);
    fleet.kill(SERVERS, INGEST, PACKAGER, WRITER, WORKER);
    fleet.awaitGone(encoders);
    fleet.ensure(SERVERS, INGEST, PACKAGER, WRITER, WORKER);
    recovery.note("ready");

    assertPublished(recovery);
  }

  private void submit() throws IOException, InterruptedException {
    fleet.submit(id, title.master(), title.ladder());
  }

  private void assertPublished(Recoveries recovery) throws IOException, InterruptedException {
    JsonNode status = recovery.awaitPublished();
    assertThat(fleet.published(id)).isEqualTo(title.undisturbed());
    assertThat(status.path("progress").path("encoded").asInt()).isEqualTo(TestTitle.TASKS);
    assertThat(status.path("version").asInt()).isEqualTo(1);
  }
}
