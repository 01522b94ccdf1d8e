package dev.reelway.ingest.taskmap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.fleet.DeadLetter;
import dev.reelway.contracts.fleet.Heartbeat;
import dev.reelway.contracts.fleet.Lane;
import dev.reelway.contracts.fleet.PlanOutline;
import dev.reelway.contracts.fleet.Pool;
import dev.reelway.contracts.fleet.Step;
import dev.reelway.contracts.fleet.TaskId;
import dev.reelway.contracts.fleet.TaskReport;
import dev.reelway.contracts.fleet.TitleStatus;
import dev.reelway.contracts.plan.EncodePlan;
import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.contracts.time.FrameRate;
import dev.reelway.contracts.title.Phase;
import dev.reelway.contracts.work.Effort;
import dev.reelway.contracts.work.EncodedTrackPart.Quality;
import dev.reelway.contracts.work.MadePart;
import dev.reelway.contracts.work.PackagedSegments;
import dev.reelway.contracts.work.PackagedTask;
import dev.reelway.contracts.work.PartDetail;
import dev.reelway.contracts.work.SegmentEntry;
import dev.reelway.contracts.work.TaskRef;
import dev.reelway.ingest.Scans;
import dev.reelway.ingest.plan.Planner;
import dev.reelway.ingest.plan.ProfileReader;
import dev.reelway.ingest.taskmap.TaskCell.State;
import dev.reelway.ingest.view.ExecutorsView;
import dev.reelway.ingest.view.TaskTrails;
import dev.reelway.ingest.view.TitleView;
import dev.reelway.platform.json.Json;
import dev.reelway.platform.storage.Documents;
import dev.reelway.platform.storage.MemoryObjectStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TaskMapsTest {

  private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");
  private static final EncodePlan PLAN =
      Planner.plan(
          Scans.inspect(Scans.picture(FrameRate.of(25, 1), 5_000), Scans.sound(1, "eng", 5_000)),
          ProfileReader.defaultProfile(),
          "build",
          false);

  private final MemoryObjectStore store = new MemoryObjectStore();
  private final Documents documents = new Documents(store);
  private final TitleView titles = new TitleView();
  private final ExecutorsView executors = new ExecutorsView(Clock.systemUTC());
  private final TaskTrails trails = new TaskTrails();
  private final TaskMaps maps = new TaskMaps(store, titles, executors, trails);

  TaskMapsTest() {
    documents.put(StorageLayout.planKey("film", 1), PLAN);
  }

  @AfterEach
  void close() {
    maps.close();
  }

  @Test
  void of_aTitleWithoutAPlan_isEmpty() {
    TaskMap map = maps.of(status(Phase.INSPECTING, Optional.empty(), 0, 0), Optional.empty());
    assertThat(map.tasks()).isEmpty();
    assertThat(map.complete()).isTrue();
  }

  @Test
  void of_aTitleInTheMaking_showsEachTaskWhereItStands() {
    packaged(TaskRef.chunk(0), 1_000);
    documents.put(StorageLayout.encodedKey("film", 1, "build", TaskRef.chunk(1)), Map.of());
    heartbeat(TaskRef.chunk(2), 2, 77);
    trails.accept(
        new TaskReport.Failed(encode(TaskRef.chunk(2), 1), "w9", FailureKind.ENCODER_CRASHED, "No"),
        AT);
    trails.accept(new TaskReport.Started(encode(TaskRef.chunk(3), 1), "w1"), Instant.now());
    trails.accept(new TaskReport.Started(encode(TaskRef.chunk(4), 1), "gone"), AT);
    TaskMap map = maps.of(encoding(2, 1), Optional.empty());
    assertThat(map.full()).isTrue();
    assertThat(map.frameRate()).isEqualTo("25");
    assertThat(map.firstFrames()).hasSize(PLAN.chunks().size()).startsWith(0L);
    assertThat(map.tasks()).hasSize((int) PLAN.tasks().count());
    TaskCell done = map.tasks().get(0);
    assertThat(done.state()).isEqualTo(State.PACKAGED);
    assertThat(done.bytes()).hasSize(PLAN.encodedRungs().size()).containsOnly(1_000L);
    assertThat(done.xpsnr()).containsOnly(40.0);
    assertThat(done.startedMillis()).contains(5_000L);
    assertThat(done.seconds()).contains(12.34);
    assertThat(map.tasks().get(1).state()).isEqualTo(State.ENCODED);
    TaskCell running = map.tasks().get(2);
    assertThat(running.state()).isEqualTo(State.RUNNING);
    assertThat(running.attempts()).contains(2);
    assertThat(running.done()).contains(77L);
    assertThat(running.failure()).contains(FailureKind.ENCODER_CRASHED);
    assertThat(map.workers().get(running.worker().orElseThrow())).isEqualTo("w1");
    assertThat(map.tasks().get(3).state()).isEqualTo(State.RUNNING);
    assertThat(map.tasks().get(4).state()).isEqualTo(State.WAITING);
  }

  @Test
  void of_aFailedTitle_showsWhatWasGivenUp() {
    titles.accept(letter(TaskRef.chunk(1), 1));
    titles.accept(letter(TaskRef.chunk(2), 0)); // of an earlier run
    TaskMap map = maps.of(status(Phase.FAILED, Optional.of(outline()), 0, 0), Optional.empty());
    assertThat(map.tasks().get(1).state()).isEqualTo(State.FAILED);
    assertThat(map.tasks().get(1).failure()).contains(FailureKind.ENCODER_CRASHED);
    assertThat(map.tasks().get(2).state()).isEqualTo(State.WAITING);
  }

  @Test
  void of_aLaterLook_tellsOnlyWhatChanged() {
    TaskMap first = maps.of(encoding(0, 0), Optional.empty());
    TaskMap same = maps.of(encoding(0, 0), Optional.of(first.next()));
    assertThat(same.full()).isFalse();
    assertThat(same.tasks()).isEmpty();
    assertThat(same.next()).isEqualTo(first.next());
    packaged(TaskRef.chunk(1), 10);
    TaskMap later = maps.of(encoding(1, 1), Optional.of(first.next()));
    assertThat(later.tasks()).extracting(TaskCell::number).containsExactly(1);
    assertThat(later.firstFrames()).isEmpty();
  }

  @Test
  void of_aMarkOfAnotherNode_tellsEverything() {
    TaskMap map = maps.of(encoding(0, 0), Optional.of("12345678-4"));
    assertThat(map.full()).isTrue();
    assertThat(map.tasks()).hasSize((int) PLAN.tasks().count());
  }

  @Test
  void write_fiveThousandChunksInTenRungs_isFarLessThanAMegabyteCompressed() throws IOException {
    Random random = new Random(7);
    List<TaskCell> cells =
        IntStream.range(0, 5_000).mapToObj(number -> largeCell(number, random)).toList();
    TaskMap map =
        new TaskMap(
            1, true, true, "x-1", "24/1", 1, List.of(), List.of(), List.of(), List.of(), List.of(),
            cells);
    byte[] json = Json.write(map);
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(json);
    }
    assertThat(json.length).isLessThan(1_200_000);
    assertThat(compressed.size()).isLessThan(600_000);
  }

  private static TaskCell largeCell(int number, Random random) {
    return new TaskCell(
        "V",
        number,
        State.PACKAGED,
        Optional.of(1),
        Optional.of(12),
        Optional.of(1_764_143_000_000L + number),
        Optional.of(12.34),
        Optional.empty(),
        Optional.empty(),
        random.longs(10, 1_000_000, 10_000_000).boxed().toList(),
        random.ints(10, 3_000, 5_000).mapToObj(x -> x / 100.0).toList());
  }

  private void packaged(TaskRef task, long bytes) {
    List<String> tracks = TaskLayout.of(PLAN).tracks(task);
    PartDetail detail =
        new PartDetail(List.of(), List.of(), Optional.of(new Effort(5_000, 12_340, 9)));
    documents.put(
        StorageLayout.packagedKey("film", 1, "build", task),
        new PackagedTask(
            tracks.stream().map(track -> segments(track, bytes)).toList(),
            tracks.stream().collect(Collectors.toMap(t -> t, t -> Quality.ofFrame(40))),
            Map.of(),
            List.of(),
            tracks.stream().map(t -> new MadePart(t, 1, bytes, false, detail)).toList(),
            Optional.empty(),
            List.of()));
  }

  private static PackagedSegments segments(String track, long bytes) {
    return new PackagedSegments(
        track, "h", "codec", List.of(new SegmentEntry(1, 0, 4, (int) bytes)));
  }

  @Test
  void of_aLaterRun_countsItsOwnAttempts() {
    packaged(TaskRef.chunk(0), 1_000);
    trails.accept(new TaskReport.Started(encode(TaskRef.chunk(0), 4), "w1"), AT);
    trails.accept(new TaskReport.Started(encode(TaskRef.chunk(1), 6), "w1"), AT);
    heartbeat(TaskRef.chunk(2), 8, 10);
    List<TaskCell> cells = maps.of(encoding(1, 1), Optional.empty()).tasks();
    assertThat(cells.get(0).attempts()).contains(1);
    assertThat(cells.get(1).attempts()).contains(3);
    assertThat(cells.get(2).attempts()).contains(2);
  }

  private void heartbeat(TaskRef task, int attempt, long done) {
    executors.accept(
        new Heartbeat(
            "w1",
            "host",
            Pool.ENCODE,
            "build",
            1,
            List.of(new Heartbeat.Running(encode(task, attempt), done)),
            1));
  }

  private static DeadLetter letter(TaskRef task, int run) {
    return new DeadLetter(
        "d" + task.number(),
        AT.toString(),
        FailureKind.ENCODER_CRASHED,
        "No.",
        "north",
        Optional.of(encode(task, 3)),
        "w1",
        run,
        "",
        "",
        "");
  }

  private static TaskId encode(TaskRef task, int attempt) {
    return new TaskId("film", 1, Step.ENCODE, Optional.of(task), attempt);
  }

  private static TitleStatus encoding(int encoded, int packaged) {
    return status(Phase.ENCODING, Optional.of(outline()), encoded, packaged);
  }

  private static PlanOutline outline() {
    return new PlanOutline(
        PLAN.planHash(), "build", 200, 4, 1, 0, 1, 5_000, List.of(), PLAN.cost(), List.of());
  }

  private static TitleStatus status(
      Phase phase, Optional<PlanOutline> plan, int encoded, int packaged) {
    return new TitleStatus(
        TitleStatus.SCHEMA,
        "film",
        "r",
        1,
        1,
        "north",
        "Film",
        "s3://m/film.mov",
        "default",
        Lane.STANDARD,
        Map.of(),
        phase,
        0,
        AT.toString(),
        AT.toString(),
        List.of(),
        "",
        plan,
        new TitleStatus.Progress(9, encoded, packaged, 0, 0, 0, 0, 0, -1),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
