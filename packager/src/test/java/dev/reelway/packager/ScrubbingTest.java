package dev.reelway.packager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.reelway.contracts.plan.PosterPlan;
import dev.reelway.contracts.plan.RungPlan;
import dev.reelway.contracts.plan.ThumbnailPlan;
import dev.reelway.contracts.time.SegmentGrid;
import dev.reelway.contracts.work.KeyPicture;
import dev.reelway.contracts.work.SegmentEntry;
import dev.reelway.isobmff.read.ScannedFragment;
import dev.reelway.media.process.InProcessMediaEngine;
import dev.reelway.media.testing.FfmpegProgram;
import dev.reelway.media.testing.SmallMasters;
import dev.reelway.platform.storage.DirectoryObjectStore;
import dev.reelway.transcode.Plans;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Key pictures and thumbnails, read by a program that is not ours. */
class ScrubbingTest {

  private static final Path SIXTY = SmallMasters.path("sixty-fps.mp4");

  @TempDir private Path folder;

  @Test
  void keyPictures_ofEveryRung_decodeAloneToTheRungsPictures()
      throws IOException, InterruptedException {
    PackagedTitle title = title(SIXTY, 3);

    for (RungPlan rung : title.plan().encodedRungs()) {
      Path whole = title.write(rung.track(), folder.resolve("whole.mp4"));
      List<FfmpegProgram.Picture> pictures = FfmpegProgram.pictures(whole, "null");
      for (SegmentEntry segment : title.segments(rung.track())) {
        for (KeyPicture key : segment.keyPictures()) {
          assertThat(FfmpegProgram.pictures(alone(title, rung.track(), segment, key), "null"))
              .as("bytes of %s from segment %d", key, segment.number())
              .singleElement()
              .extracting(FfmpegProgram.Picture::hash)
              .isEqualTo(hashAt(pictures, key.startTicks()));
        }
      }
    }
  }

  private Path alone(PackagedTitle title, String track, SegmentEntry segment, KeyPicture key)
      throws IOException {
    byte[] bytes = title.segment(track, segment.number());
    int from = Math.toIntExact(key.offsetBytes());
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(title.init(track));
    file.writeBytes(Arrays.copyOfRange(bytes, from, from + Math.toIntExact(key.sizeBytes())));
    return Files.write(folder.resolve("alone.mp4"), file.toByteArray());
  }

  private static String hashAt(List<FfmpegProgram.Picture> pictures, long ticks) {
    long first = pictures.get(0).ticks(); // the reader moves negative composition offsets
    return pictures.stream()
        .filter(picture -> picture.ticks() - first == ticks)
        .findFirst()
        .orElseThrow()
        .hash();
  }

  @Test
  void trickPlay_fourSecondsAndAFrame_hasAPictureEverySecond()
      throws IOException, InterruptedException {
    PackagedTitle title = title(SIXTY, 3);
    RungPlan rung = title.plan().trickPlay().orElseThrow();
    SegmentGrid grid = title.plan().grid();
    List<SegmentEntry> segments = title.segments(rung.track());

    assertThat(segments).extracting(segment -> segment.keyPictures().size()).containsExactly(3, 2);
    assertThat(segments.get(1).startTicks()).isEqualTo(grid.start(1).ticks());
    assertThat(segments.get(1).startTicks() + segments.get(1).durationTicks())
        .isEqualTo(grid.duration().ticks());
    List<ScannedFragment> fragments = title.read(rung.track()).fragments();
    assertThat(fragments)
        .extracting(ScannedFragment::sequenceNumber)
        .containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThat(fragments).allMatch(ScannedFragment::startsWithSync);
    assertThat(fragments.get(4).durationTicks())
        .as("the last picture lasts as long as the title's last frame")
        .isEqualTo(grid.rate().frameDurationTicks());
  }

  @Test
  void thumbnails_ofEveryPlace_showTheMastersFrameAtTheirTime()
      throws IOException, InterruptedException {
    PackagedTitle title = title(SIXTY, 3);
    ThumbnailPlan plan = title.plan().thumbnails().orElseThrow();
    SegmentGrid grid = title.plan().grid();

    assertThat(title.segments(plan.track())).hasSize(2);
    int images = 0;
    for (SegmentEntry tile : title.segments(plan.track())) {
      Path file = tile(title, plan, tile.number());
      for (int i = 0; i < plan.images(); i++) {
        long frame = plan.frame(grid, tile.number() - 1, i);
        Rgb image = place(file, plan, i);
        if (frame < grid.frameCount()) {
          images++;
          assertThat(nearest(SIXTY, image, plan, frame)).isEqualTo(frame);
        } else {
          assertThat(image.mean(0) + image.mean(1) + image.mean(2)).as("free place").isLessThan(3);
        }
      }
    }
    assertThat(images).isEqualTo(3);
  }

  /** Of the frames around {@code frame}, the one that looks most like {@code image}. */
  private static long nearest(Path master, Rgb image, ThumbnailPlan plan, long frame) {
    long best = -1;
    double most = 0;
    for (long n = Math.max(0, frame - 2); n <= Math.min(240, frame + 2); n++) {
      double psnr = image.psnr(Rgb.ofFrame(master, n, plan.width(), plan.height()));
      if (psnr > most) {
        most = psnr;
        best = n;
      }
    }
    assertThat(most).as("PSNR in dB").isGreaterThan(25);
    return best;
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "limited, yuv420p, bt709:color_trc=bt709:colorspace=bt709:range=tv",
    "full range, yuv420p, smpte170m:color_trc=smpte170m:colorspace=smpte170m:range=pc",
    "PQ, yuv420p10le, bt2020:color_trc=smpte2084:colorspace=bt2020nc:range=tv",
    "HLG, yuv420p10le, bt2020:color_trc=arib-std-b67:colorspace=bt2020nc:range=tv"
  })
  void thumbnails_anyColours_areThoseOfTheRung(String name, String format, String colours)
      throws IOException, InterruptedException {
    Path master = folder.resolve("master.mkv");
    FfmpegProgram.run(
        List.of(
            "-f",
            "lavfi",
            "-i",
            "color=c=0x60a030:s=320x180:r=10:d=1",
            "-vf",
            "format=" + format + ",setparams=color_primaries=" + colours,
            "-c:v",
            "ffv1",
            master.toString()));
    PackagedTitle title = title(master, 1);
    ThumbnailPlan plan = title.plan().thumbnails().orElseThrow();
    RungPlan rung = title.plan().rungs().get(0);
    Path whole = title.write(rung.track(), folder.resolve("whole.mp4"));

    Rgb image = place(tile(title, plan, 1), plan, 0);
    Rgb shown = Rgb.ofFrame(whole, 0, plan.width(), plan.height());
    for (int colour = 0; colour < 3; colour++) {
      assertThat(image.mean(colour)).isCloseTo(shown.mean(colour), within(2.0));
    }
  }

  @Test
  void thumbnails_portrait_areUpright() throws IOException, InterruptedException {
    PackagedTitle title = title(SmallMasters.path("rotated.mp4"), 2);
    ThumbnailPlan plan = title.plan().thumbnails().orElseThrow();
    RungPlan rung = title.plan().rungs().get(0);
    Path whole = title.write(rung.track(), folder.resolve("whole.mp4"));

    assertThat(plan.height()).isGreaterThan(plan.width());
    Rgb image = place(tile(title, plan, 1), plan, 0);
    assertThat(image.psnr(Rgb.ofFrame(whole, 0, plan.width(), plan.height()))).isGreaterThan(22);
  }

  @Test
  void poster_darkAndBlurredPictures_isTheSharpOne() throws IOException, InterruptedException {
    Path master = folder.resolve("master.mkv");
    FfmpegProgram.run(
        List.of(
            "-f",
            "lavfi",
            "-i",
            "testsrc2=s=320x180:r=10:d=6",
            "-vf",
            "eq=brightness=-1:enable='lt(t,2)',gblur=sigma=8:enable='between(t,2,3.95)'",
            "-c:v",
            "ffv1",
            master.toString()));
    PackagedTitle title = title(master, 6);
    PosterPlan plan = title.plan().poster().orElseThrow();
    SegmentEntry poster = title.segments(plan.track()).get(0);

    assertThat(poster.startTicks()).isEqualTo(4 * title.plan().grid().rate().timescale());
    Path file =
        Files.write(folder.resolve("poster.jpg"), title.tile(plan.track(), poster.number()));
    Rgb shown = Rgb.ofPart(file, 0, 0, 320, 180);
    assertThat(shown.psnr(Rgb.ofFrame(master, 40, 320, 180))).isGreaterThan(25);
  }

  private Path tile(PackagedTitle title, ThumbnailPlan plan, int number) throws IOException {
    return Files.write(folder.resolve("tile.jpg"), title.tile(plan.track(), number));
  }

  private static Rgb place(Path tile, ThumbnailPlan plan, int index) {
    return Rgb.ofPart(
        tile,
        index % plan.columns() * plan.width(),
        index / plan.columns() * plan.height(),
        plan.width(),
        plan.height());
  }

  private PackagedTitle title(Path master, int segmentSeconds) throws InterruptedException {
    return PackagedTitle.of(
        new InProcessMediaEngine(),
        master,
        Plans.scrubbing(Plans.ladder(segmentSeconds, 30, 144, 96)),
        new DirectoryObjectStore(folder.resolve("store")),
        folder.resolve("scratch"));
  }
}
