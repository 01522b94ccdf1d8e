package dev.reelway.transcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.plan.ChunkPlan;
import dev.reelway.contracts.plan.EncodePlan;
import dev.reelway.contracts.work.EncodedTrackPart;
import dev.reelway.media.MediaEngine;
import dev.reelway.media.process.InProcessMediaEngine;
import dev.reelway.media.testing.SmallMasters;
import dev.reelway.platform.storage.MemoryObjectStore;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DifficultPicturesTest {

  private final MediaEngine engine = new InProcessMediaEngine();

  @TempDir Path scratch;

  @Test
  void encode_pictureTooSmallForAScore_isEncodedWithoutOne() throws InterruptedException {
    Title title = title("tiny.mp4");

    EncodedTrackPart part = title.encode(title.plan().chunks().get(0)).parts().get(0);

    assertThat(part.samples()).isEqualTo(25);
    assertThat(part.quality()).isEmpty();
  }

  @Test
  void encode_pictureChangesItsSize_isRefusedFromThereOn() throws InterruptedException {
    Title title = title("size-changes.ts");
    ChunkPlan last = title.plan().chunks().get(title.plan().chunks().size() - 1);

    assertThat(last.firstFrame()).isGreaterThanOrEqualTo(75);
    assertThatThrownBy(() -> title.encode(last))
        .hasMessage(
            "The picture changes inside the file from 256 × 144 (yuv420p) to 128 × 72 (yuv420p).")
        .isInstanceOfSatisfying(
            ReelwayException.class,
            e -> assertThat(e.kind()).isEqualTo(FailureKind.MASTER_UNSUPPORTED));
  }

  private Title title(String name) throws InterruptedException {
    Path master = SmallMasters.path(name);
    EncodePlan plan =
        Plans.finelyChunked(Plans.plan(engine, master, Plans.ladder(1, 60, 360), false));
    return new Title(plan, master, engine, new MemoryObjectStore(), scratch);
  }
}
