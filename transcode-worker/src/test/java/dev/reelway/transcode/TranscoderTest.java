package dev.reelway.transcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.plan.AudioPlan;
import dev.reelway.contracts.plan.ChunkKeys;
import dev.reelway.contracts.plan.ChunkPlan;
import dev.reelway.contracts.plan.EncodePlan;
import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.contracts.work.EncodedChunk;
import dev.reelway.contracts.work.EncodedTrackPart;
import dev.reelway.contracts.work.PartDetail;
import dev.reelway.contracts.work.PartDetail.Score;
import dev.reelway.media.process.InProcessMediaEngine;
import dev.reelway.media.testing.SmallMasters;
import dev.reelway.platform.storage.MemoryObjectStore;
import dev.reelway.platform.storage.ObjectStore;
import dev.reelway.platform.storage.StoredObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranscoderTest {

  private static final Path MASTER = SmallMasters.path("h264.ts");

  private final ObservedEngine engine = new ObservedEngine(new InProcessMediaEngine(), () -> {});
  private final ObjectStore store = new MemoryObjectStore();
  private EncodePlan plan;
  private ChunkPlan chunk;

  @TempDir Path scratch;

  @BeforeEach
  void plan() throws InterruptedException {
    plan = Plans.finelyChunked(Plans.plan(engine, MASTER, Plans.ladder(1, 60, 144, 96, 64), false));
    chunk = plan.chunks().get(1);
  }

  @Test
  void encode_sameChunkInTwoPlaces_givesTheSameBytes() throws InterruptedException {
    Title here = title(store);
    Title there = title(new MemoryObjectStore());

    EncodedChunk first = here.encode(chunk);
    EncodedChunk second = there.encode(chunk);

    assertThat(timeless(second)).isEqualTo(timeless(first)).hasSize(3);
    for (EncodedTrackPart part : first.parts()) {
      assertThat(there.bytes(part)).isEqualTo(here.bytes(part));
    }
  }

  private static List<EncodedTrackPart> timeless(EncodedChunk chunk) {
    return chunk.parts().stream().map(Title::timeless).toList();
  }

  @Test
  void encode_chunk_keepsScoresStillsAndCosts() throws InterruptedException, IOException {
    EncodedTrackPart part = Title.part(plan.rungs().get(0).track(), title(store).encode(chunk));

    PartDetail detail = part.detail();
    assertThat(detail.scores()).hasSize(part.quality().orElseThrow().frames()).isNotEmpty();
    assertThat(detail.scores())
        .allMatch(s -> s.frame() >= chunk.firstFrame() && s.frame() < chunk.endFrame());
    assertThat(detail.effort().orElseThrow().cpuMillis()).isPositive();
    PartDetail.Still worst = detail.stills().get(0);
    assertThat(worst.score())
        .isEqualTo(
            detail.scores().stream()
                .min(Comparator.comparingDouble(Score::decibels))
                .orElseThrow());
    BufferedImage picture;
    try (StoredObject still = store.get(worst.objectKey()).orElseThrow()) {
      picture = ImageIO.read(new ByteArrayInputStream(still.readAllBytes()));
    }
    assertThat(picture.getWidth()).isEqualTo(2 * 256);
    assertThat(picture.getHeight()).isEqualTo(2 * 144);
    assertThat(meanDifference(picture)).isLessThan(8);
  }

  /** Of the green of the picture before and after encoding, over the cells above. */
  private static double meanDifference(BufferedImage picture) {
    long sum = 0;
    int width = picture.getWidth() / 2;
    int height = picture.getHeight() / 2;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int before = picture.getRGB(x, y) >> 8 & 0xFF;
        int after = picture.getRGB(x + width, y) >> 8 & 0xFF;
        sum += Math.abs(before - after);
      }
    }
    return (double) sum / (width * height);
  }

  @Test
  void encode_again_findsEverything() throws InterruptedException {
    Title title = title(store);
    EncodedChunk first = title.encode(chunk);

    EncodedChunk second = title.encode(chunk);

    assertThat(engine.encoded()).containsExactly("144p", "96p", "64p");
    assertThat(second.parts()).allMatch(EncodedTrackPart::reused);
    assertThat(second.parts().stream().map(EncodedTrackPart::objectKey))
        .containsExactlyElementsOf(
            first.parts().stream().map(EncodedTrackPart::objectKey).toList());
  }

  @Test
  void encode_oneRungMissing_makesOnlyThatWithTheSameBytes() throws InterruptedException {
    Title title = title(store);
    EncodedTrackPart part = Title.part(plan.rungs().get(1).track(), title.encode(chunk));
    byte[] before = title.bytes(part);
    String contentKey = ChunkKeys.ofRung(plan, chunk, plan.rungs().get(1));
    store.delete(part.objectKey());
    store.delete(StorageLayout.ofFolder().chunkRecordKey(contentKey));

    EncodedTrackPart again = Title.part(plan.rungs().get(1).track(), title.encode(chunk));

    assertThat(engine.encoded()).containsExactly("144p", "96p", "64p", "96p");
    assertThat(Title.timeless(again)).isEqualTo(Title.timeless(part));
    assertThat(title.bytes(again)).isEqualTo(before);
  }

  @Test
  void encode_crashBetweenBytesAndRecord_encodesAgain() throws InterruptedException {
    Title title = title(store);
    EncodedTrackPart part = title.encode(chunk).parts().get(0);
    byte[] before = title.bytes(part);
    store.delete(
        StorageLayout.ofFolder()
            .chunkRecordKey(ChunkKeys.ofRung(plan, chunk, plan.rungs().get(0))));

    EncodedTrackPart again =
        title.encode(chunk).parts().stream().filter(p -> !p.reused()).findFirst().orElseThrow();

    assertThat(Title.timeless(again)).isEqualTo(Title.timeless(part));
    assertThat(title.bytes(again)).isEqualTo(before);
  }

  @Test
  void encode_soundTwice_givesTheSameBytes() throws InterruptedException {
    AudioPlan audio = plan.audio().get(0);
    Title here = title(store);
    Title there = title(new MemoryObjectStore());

    EncodedTrackPart first = here.encode(audio).parts().get(0);
    EncodedTrackPart second = there.encode(audio).parts().get(0);

    assertThat(Title.timeless(second)).isEqualTo(Title.timeless(first));
    assertThat(there.bytes(second)).isEqualTo(here.bytes(first));
    assertThat(first.samples()).isEqualTo(audio.frames());
  }

  @Test
  void encode_afterwards_nothingIsLeftInScratch() throws InterruptedException, IOException {
    Title title = title(store);
    title.encode(chunk);
    title.encode(plan.audio().get(0));

    try (Stream<Path> left = Files.list(scratch)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void encode_chunksOfOneTrack_haveOneInitSegment() throws InterruptedException {
    List<EncodedChunk> chunks = title(store).encodePicture();

    for (int i = 0; i < plan.rungs().size(); i++) {
      String track = plan.rungs().get(i).track();
      assertThat(chunks.stream().map(c -> Title.part(track, c).initSha256()).distinct().toList())
          .hasSize(1);
    }
  }

  @Test
  void encode_planOfAnotherBuild_isRefused() {
    EncodePlan other =
        new EncodePlan(
            plan.schema(),
            plan.planHash(),
            "another build",
            false,
            plan.inspection(),
            plan.grid(),
            plan.rungs(),
            plan.audio(),
            plan.text(),
            plan.chunks(),
            plan.cost(),
            plan.warnings());

    assertThatThrownBy(() -> new Title(other, MASTER, engine, store, scratch).encode(chunk))
        .isInstanceOfSatisfying(
            ReelwayException.class,
            e -> assertThat(e.kind()).isEqualTo(FailureKind.INVARIANT_BROKEN));
  }

  private Title title(ObjectStore where) {
    return new Title(plan, MASTER, engine, where, scratch);
  }
}
