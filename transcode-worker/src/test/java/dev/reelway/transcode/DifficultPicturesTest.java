package dev.reelway.transcode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.master.Finding;
import dev.reelway.contracts.master.FindingCode;
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
  void encode_pictureChangesItsSize_fillsTheSameShape() throws InterruptedException {
    Title title = title("size-changes.ts");

    assertThat(title.encodePicture())
        .extracting(chunk -> chunk.parts().get(0).samples())
        .hasSize(3);
    assertThat(title.plan().inspection().findings())
        .contains(
            Finding.of(
                FindingCode.PICTURE_CHANGES,
                "The picture changes inside the file (to 128 × 72 at 0:00:03.000); it is fitted"
                    + " into the same shape."));
  }

  private Title title(String name) throws InterruptedException {
    Path master = SmallMasters.path(name);
    EncodePlan plan =
        Plans.finelyChunked(Plans.plan(engine, master, Plans.ladder(1, 60, 360), false));
    return new Title(plan, master, engine, new MemoryObjectStore(), scratch);
  }
}
