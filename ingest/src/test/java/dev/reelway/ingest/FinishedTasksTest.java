package dev.reelway.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.fleet.Step;
import dev.reelway.contracts.fleet.TaskId;
import dev.reelway.contracts.plan.ChunkKeys;
import dev.reelway.contracts.plan.EncodePlan;
import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.contracts.time.FrameRate;
import dev.reelway.contracts.work.PackagedSegments;
import dev.reelway.contracts.work.PackagedTask;
import dev.reelway.contracts.work.SegmentEntry;
import dev.reelway.contracts.work.TaskRef;
import dev.reelway.ingest.plan.Planner;
import dev.reelway.ingest.plan.ProfileReader;
import dev.reelway.platform.storage.Documents;
import dev.reelway.platform.storage.MemoryObjectStore;
import dev.reelway.platform.storage.ObjectBody;
import dev.reelway.platform.storage.PutOptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FinishedTasksTest {

  private static final EncodePlan PLAN =
      Planner.plan(
          Scans.inspect(Scans.picture(FrameRate.of(25, 1), 50), Scans.sound(1, "eng", 50)),
          ProfileReader.defaultProfile(),
          "old",
          false);
  private static final TaskId PLANNING = new TaskId("film", 1, Step.PLAN, Optional.empty(), 4);
  private static final TaskRef SOUND = TaskRef.audio(0);
  private static final TaskRef CHUNK = TaskRef.chunk(0);

  private final StorageLayout layout = StorageLayout.ofTitle("film");
  private final MemoryObjectStore store = new MemoryObjectStore();
  private final Documents documents = new Documents(store);

  @Test
  void has_withDocumentAndAllObjects_isTrueAndHandsItOn() {
    PackagedTask packaged = packaged(SOUND, Stream.of(PLAN.audio().get(0).track()));
    FinishedTasks finished = finished();
    assertThat(finished.has(SOUND)).isTrue();
    finished.handOn(SOUND, "new");
    assertThat(documents.read(key("new", SOUND), PackagedTask.class)).isEqualTo(packaged);
  }

  @Test
  void has_withoutADocument_isFalse() {
    assertThat(finished().has(SOUND)).isFalse();
  }

  @Test
  void has_whenASegmentOrTheInitIsGoneOrCut_isFalse() {
    String track = PLAN.audio().get(0).track();
    packaged(SOUND, Stream.of(track));
    put(layout.segmentKey(track, 2), 1);
    assertThat(finished().has(SOUND)).isFalse();
    put(layout.segmentKey(track, 2), 20);
    assertThat(finished().has(SOUND)).isTrue();
    store.delete(layout.initKey(track));
    assertThat(finished().has(SOUND)).isFalse();
    put(layout.initKey(track), 1);
    store.delete(layout.segmentKey(track, 1));
    assertThat(finished().has(SOUND)).isFalse();
  }

  @Test
  void has_ofAChunk_needsEveryTrackThatItMakes() {
    Set<String> tracks = ChunkKeys.of(PLAN, CHUNK).keySet();
    packaged(CHUNK, tracks.stream().skip(1));
    assertThat(finished().has(CHUNK)).isFalse();
    packaged(CHUNK, tracks.stream());
    assertThat(finished().has(CHUNK)).isTrue();
    store.delete(layout.tileKey(PLAN.thumbnails().orElseThrow().track(), 2));
    assertThat(finished().has(CHUNK)).isFalse();
  }

  private FinishedTasks finished() {
    return new FinishedTasks(documents, PLANNING, PLAN);
  }

  /** What a packager leaves: an init segment and two segments of each track, and a document. */
  private PackagedTask packaged(TaskRef task, Stream<String> tracks) {
    List<PackagedSegments> segments =
        tracks
            .map(
                track -> {
                  boolean images = track.startsWith("thumbnails") || track.startsWith("poster");
                  if (!images) {
                    put(layout.initKey(track), 5);
                  }
                  put(images ? layout.tileKey(track, 1) : layout.segmentKey(track, 1), 10);
                  put(images ? layout.tileKey(track, 2) : layout.segmentKey(track, 2), 20);
                  return new PackagedSegments(
                      track,
                      "hash",
                      "codec",
                      List.of(new SegmentEntry(1, 0, 4, 10), new SegmentEntry(2, 4, 4, 20)));
                })
            .toList();
    PackagedTask packaged = new PackagedTask(segments, Map.of(), Map.of(), List.of());
    documents.put(key("old", task), packaged);
    return packaged;
  }

  private static String key(String build, TaskRef task) {
    return StorageLayout.packagedKey("film", 1, build, task);
  }

  private void put(String key, int bytes) {
    store.put(key, ObjectBody.ofBytes(new byte[bytes]), PutOptions.forKey(key));
  }
}
