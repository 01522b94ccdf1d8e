package dev.reelway.ingest.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.plan.ChunkPlan;
import dev.reelway.contracts.plan.EncodePlan;
import dev.reelway.contracts.plan.PosterPlan;
import dev.reelway.contracts.plan.RungPlan;
import dev.reelway.contracts.plan.ThumbnailPlan;
import dev.reelway.contracts.time.FrameRate;
import dev.reelway.contracts.time.Rational;
import dev.reelway.contracts.time.SegmentGrid;
import dev.reelway.ingest.Scans;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a plan has for fast forward and for thumbnails. */
class ScrubbingPlanTest {

  @ParameterizedTest
  @CsvSource({
    "24, 24, 1",
    "24000/1001, 24, 1000/1001",
    "25, 25, 1",
    "30000/1001, 30, 1000/1001",
    "60000/1001, 60, 1000/1001",
    "12, 12, 1",
    "10, 10, 1"
  })
  void trickPlay_anyRate_isAboutOnePictureASecond(String rate, int divisor, String own) {
    RungPlan rung = plan(FrameRate.parse(rate), 1920, 1080).trickPlay().orElseThrow();

    assertThat(rung.rateDivisor()).isEqualTo(divisor);
    assertThat(rung.rate().toString()).isEqualTo(own);
    assertThat(rung.isTrickPlay()).isTrue();
    assertThat(rung.height()).isEqualTo(360);
  }

  @Test
  void trickPlay_oddGrid_stillStartsSegmentsWithAPicture() {
    EncodePlan plan = plan(FrameRate.of(37, 1), 1280, 720);

    assertThat(plan.grid().segmentFrames() % plan.trickPlay().orElseThrow().rateDivisor()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "1920, 1080, 320, 180",
    "1080, 1920, 180, 320",
    "1920, 800, 320, 134",
    "720, 720, 320, 320",
    "160, 120, 160, 120",
    "161, 121, 160, 120"
  })
  void thumbnails_anyShape_keepIt(int width, int height, int imageWidth, int imageHeight) {
    ThumbnailPlan images = plan(FrameRate.of(25, 1), width, height).thumbnails().orElseThrow();

    assertThat(images.width()).isEqualTo(imageWidth);
    assertThat(images.height()).isEqualTo(imageHeight);
    assertThat(images.images()).isEqualTo(4);
  }

  @Test
  void thumbnails_longLastSegment_haveATileForItsRest() {
    SegmentGrid grid = new SegmentGrid(FrameRate.of(25, 1), 50, 150, 310);
    ThumbnailPlan images = plan(FrameRate.of(25, 1), 640, 360).thumbnails().orElseThrow();

    assertThat(grid.segmentCount()).isEqualTo(2);
    assertThat(ThumbnailPlan.tileCount(grid)).isEqualTo(3);
    assertThat(ThumbnailPlan.endTile(grid, new ChunkPlan(0, 0, 1, 0, 150))).isEqualTo(1);
    assertThat(ThumbnailPlan.endTile(grid, new ChunkPlan(1, 1, 1, 150, 160))).isEqualTo(3);
    assertThat(images.frame(grid, 1, 3)).isEqualTo(150 + 112);
    assertThat(ThumbnailPlan.startTicks(grid, 2)).isEqualTo(300_000);
    assertThat(ThumbnailPlan.startTicks(grid, 3)).isEqualTo(310_000);
  }

  @Test
  void thumbnails_oneFrame_areOneTile() {
    EncodePlan plan =
        Planner.plan(
            Scans.inspect(Scans.picture(FrameRate.of(1, 1), 1)),
            ProfileReader.defaultProfile(),
            "b",
            false);

    assertThat(ThumbnailPlan.tileCount(plan.grid())).isEqualTo(1);
    assertThat(plan.trickPlay()).isPresent();
  }

  @Test
  void poster_longTitle_isChosenFromADozenPlaces() {
    EncodePlan plan =
        Planner.plan(
            Scans.inspect(Scans.picture(FrameRate.of(10, 1), 1200).size(1920, 1080)),
            ProfileReader.defaultProfile(),
            "build",
            false);
    PosterPlan poster = plan.poster().orElseThrow();

    assertThat(poster.chunks()).hasSize(12).doesNotHaveDuplicates().startsWith(0);
    assertThat(poster.width()).isEqualTo(1280);
    assertThat(poster.frame()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "799/100, 199", "199/10, 497", "100, 499"})
  void poster_atAnInstant_isTheFrameShownThen(String seconds, long frame) {
    EncodePlan plan =
        Planner.plan(
            Scans.inspect(Scans.picture(FrameRate.of(25, 1), 20)),
            ProfileReader.defaultProfile(),
            "build",
            false,
            Optional.of(Rational.parse(seconds)));
    PosterPlan poster = plan.poster().orElseThrow();

    assertThat(poster.frame()).contains(frame);
    assertThat(plan.chunks().stream().filter(poster::isMadeBy))
        .singleElement()
        .satisfies(
            chunk -> {
              assertThat(chunk.firstFrame()).isLessThanOrEqualTo(frame);
              assertThat(chunk.endFrame()).isGreaterThan(frame);
            });
  }

  @Test
  void plan_soundAlone_hasNothingOfIt() {
    EncodePlan plan =
        Planner.plan(
            Scans.inspect(Scans.of(Scans.sound(0, "eng", 30))),
            ProfileReader.defaultProfile(),
            "build",
            false);

    assertThat(plan.trickPlay()).isEmpty();
    assertThat(plan.thumbnails()).isEmpty();
    assertThat(plan.poster()).isEmpty();
  }

  @Test
  void trickPlay_nextToTheSameRung_isAnotherTrackWithACoarserPicture() {
    EncodePlan plan = plan(FrameRate.of(25, 1), 1920, 1080);
    RungPlan rung = plan.rungs().stream().filter(r -> r.height() == 360).findFirst().orElseThrow();
    RungPlan fast = plan.trickPlay().orElseThrow();

    assertThat(fast.track()).isNotEqualTo(rung.track()).startsWith("video-360p-fast-forward-");
    assertThat(fast.crf()).isEqualTo(rung.crf().plus(Rational.of(6)));
    assertThat(fast.level()).isEqualTo(rung.level());
  }

  private static EncodePlan plan(FrameRate rate, int width, int height) {
    return Planner.plan(
        Scans.inspect(Scans.picture(rate, 20).size(width, height)),
        ProfileReader.defaultProfile(),
        "build",
        false);
  }
}
