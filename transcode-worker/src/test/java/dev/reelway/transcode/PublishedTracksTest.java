package dev.reelway.transcode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.plan.ChunkPlan;
import dev.reelway.contracts.plan.EncodePlan;
import dev.reelway.contracts.plan.RungPlan;
import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.contracts.title.Presentation;
import dev.reelway.contracts.title.TitleReport;
import dev.reelway.contracts.title.VideoTrack;
import dev.reelway.contracts.work.ContentHash;
import dev.reelway.contracts.work.EncodedChunk;
import dev.reelway.contracts.work.EncodedTrackPart.Quality;
import dev.reelway.contracts.work.PublishedPart;
import dev.reelway.contracts.work.SegmentEntry;
import dev.reelway.contracts.work.TaskRef;
import dev.reelway.media.process.InProcessMediaEngine;
import dev.reelway.media.testing.SmallMasters;
import dev.reelway.platform.storage.Documents;
import dev.reelway.platform.storage.MemoryObjectStore;
import dev.reelway.platform.storage.ObjectBody;
import dev.reelway.platform.storage.ObjectStore;
import dev.reelway.platform.storage.PutOptions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an earlier version published is neither encoded nor packaged again. */
class PublishedTracksTest {

  private static final StorageLayout LAYOUT = StorageLayout.ofTitle("t1");
  private static final String INIT = "init";
  private static final long SEGMENT_TICKS = 1000;

  private final ObjectStore store = new MemoryObjectStore();
  private final List<List<String>> encoded = new ArrayList<>();
  private EncodePlan plan;

  @BeforeEach
  void plan() throws InterruptedException {
    InProcessMediaEngine engine = new InProcessMediaEngine();
    plan =
        Plans.finelyChunked(
            Plans.plan(
                engine, SmallMasters.path("h264.ts"), Plans.ladder(1, 60, 144, 96, 64), false));
  }

  @Test
  void complete_nothingPublished_encodesAll() throws InterruptedException {
    assertThat(chunk(1).published()).isEmpty();
    assertThat(encoded).containsExactly(List.of("144p", "96p", "64p"));
  }

  @Test
  void complete_someRungsPublished_encodesTheOthers() throws InterruptedException {
    publish(1, 0, 2);

    ChunkPlan second = plan.chunks().get(1);
    EncodedChunk chunk = chunk(1);

    assertThat(encoded).containsExactly(List.of("96p"));
    assertThat(chunk.trackCount()).isEqualTo(2);
    assertThat(chunk.foundCount()).isEqualTo(2);
    assertThat(chunk.published())
        .extracting(part -> part.segments().track())
        .containsExactlyInAnyOrder(track(0), track(2));
    assertThat(chunk.published())
        .allSatisfy(
            part -> {
              assertThat(part.segments().initSha256())
                  .isEqualTo(ContentHash.of(INIT.getBytes(StandardCharsets.UTF_8)));
              assertThat(part.segments().segments())
                  .extracting(SegmentEntry::number)
                  .containsExactlyElementsOf(
                      IntStream.rangeClosed(1, second.segmentCount())
                          .map(i -> second.firstSegment() + i)
                          .boxed()
                          .toList());
            });
  }

  @Test
  void complete_allPublished_encodesNothingAndTellsQualityOnce() throws InterruptedException {
    publish(1, 0, 1);
    publish(2, 2);

    List<PublishedPart> first = chunk(0).published();
    List<PublishedPart> second = chunk(1).published();

    assertThat(encoded).isEmpty();
    assertThat(first).hasSize(3).allMatch(part -> part.quality().isPresent());
    assertThat(first).allMatch(part -> part.damage().equals(List.of("Bridged.")));
    assertThat(second).hasSize(3).allMatch(part -> part.quality().isEmpty());
  }

  @Test
  void complete_segmentOfATrackGone_encodesIt() throws InterruptedException {
    publish(1, 0, 1, 2);
    store.delete(LAYOUT.segmentKey(track(1), 2));

    chunk(0);

    assertThat(encoded).containsExactly(List.of("96p"));
  }

  @Test
  void complete_initGoneOrSegmentOfAnotherSize_encodesThem() throws InterruptedException {
    publish(1, 0, 1, 2);
    store.delete(LAYOUT.initKey(track(0)));
    put(LAYOUT.segmentKey(track(2), 1), "other");

    chunk(0);

    assertThat(encoded).containsExactly(List.of("144p", "64p"));
  }

  private EncodedChunk chunk(int number) throws InterruptedException {
    return new PublishedVersions(store, LAYOUT)
        .tracksOf(plan)
        .complete(
            plan,
            TaskRef.chunk(number),
            plan.rungs().stream().map(RungPlan::track).toList(),
            rest -> {
              encoded.add(rest.rungs().stream().map(RungPlan::name).toList());
              return new EncodedChunk(0, 0, List.of());
            });
  }

  private String track(int rung) {
    return plan.rungs().get(rung).track();
  }

  private void publish(int version, int... rungs) {
    List<VideoTrack> tracks = IntStream.of(rungs).mapToObj(this::published).toList();
    TitleReport report =
        new TitleReport(
            new Presentation(plan.grid().duration(), tracks, List.of(), List.of()),
            Map.of(
                track(0),
                Quality.ofFrame(40),
                track(1),
                Quality.ofFrame(39),
                track(2),
                Quality.ofFrame(38)),
            Map.of(),
            List.of("Bridged."),
            Map.of());
    new Documents(store).put(LAYOUT.versionPresentationKey(version), report);
  }

  private VideoTrack published(int rung) {
    RungPlan of = plan.rungs().get(rung);
    put(LAYOUT.initKey(of.track()), INIT);
    List<SegmentEntry> segments = new ArrayList<>();
    for (int number = 1; number <= plan.grid().segmentCount(); number++) {
      String bytes = "segment " + number;
      put(LAYOUT.segmentKey(of.track(), number), bytes);
      segments.add(
          new SegmentEntry(number, (number - 1) * SEGMENT_TICKS, SEGMENT_TICKS, bytes.length()));
    }
    return new VideoTrack(
        of.track(),
        of.name(),
        "avc1",
        SEGMENT_TICKS,
        of.width(),
        of.height(),
        of.rate(),
        of.colour(),
        segments);
  }

  private void put(String key, String bytes) {
    Optional<?> unused = store.put(key, ObjectBody.ofText(bytes), PutOptions.forKey(key));
  }
}
