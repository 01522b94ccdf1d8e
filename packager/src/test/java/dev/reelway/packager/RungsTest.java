package dev.reelway.packager;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.plan.RungPlan;
import dev.reelway.contracts.time.SegmentGrid;
import dev.reelway.contracts.work.PackagedSegments;
import dev.reelway.contracts.work.SegmentEntry;
import dev.reelway.isobmff.Sample;
import dev.reelway.isobmff.read.FragmentedFile;
import dev.reelway.isobmff.read.ScannedFragment;
import dev.reelway.media.process.InProcessMediaEngine;
import dev.reelway.media.testing.FfmpegProgram;
import dev.reelway.media.testing.SmallMasters;
import dev.reelway.platform.storage.DirectoryObjectStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 241 frames at 60 fps, on one rung with all of them and on one with every second. */
class RungsTest {

  private static final int IDR_SLICE = 5;
  private static final int SEI = 6;

  @TempDir private static Path folder;

  private static PackagedTitle title;
  private static RungPlan fast;
  private static RungPlan slow;

  @BeforeAll
  static void packageTitle() throws InterruptedException {
    title =
        PackagedTitle.of(
            new InProcessMediaEngine(),
            SmallMasters.path("sixty-fps.mp4"),
            new int[] {144, 96},
            new DirectoryObjectStore(folder.resolve("store")),
            folder.resolve("scratch"));
    fast = title.plan().rungs().get(0);
    slow = title.plan().rungs().get(1);
  }

  @Test
  void rungs_oddNumberOfFramesAtTwoRates_haveTheirOwnCounts() throws IOException {
    assertThat(fast.rateDivisor()).isEqualTo(1);
    assertThat(slow.rateDivisor()).isEqualTo(2);
    assertThat(samples(fast)).hasSize(241);
    assertThat(samples(slow)).hasSize(121);
    Path joined = title.write(slow.track(), folder.resolve("slow.mp4"));
    assertThat(FfmpegProgram.pictures(joined, "null")).hasSize(121);
  }

  @Test
  void segments_ofAllRungs_startAtTheGridsInstants() {
    SegmentGrid grid = title.plan().grid();
    for (RungPlan rung : List.of(fast, slow)) {
      List<SegmentEntry> segments = title.segments(rung.track());
      assertThat(segments).hasSize(grid.segmentCount()).hasSize(4);
      for (int i = 0; i < segments.size(); i++) {
        assertThat(segments.get(i).number()).isEqualTo(i + 1);
        assertThat(segments.get(i).startTicks()).isEqualTo(grid.start(i).ticks());
        assertThat(segments.get(i).startTicks() + segments.get(i).durationTicks())
            .isEqualTo(grid.start(i + 1).ticks());
        assertThat(title.segment(rung.track(), i + 1)).hasSize((int) segments.get(i).sizeBytes());
      }
    }
  }

  @Test
  void fragments_oneAfterTheOther_leaveNoGapAndNoOverlap() throws IOException {
    for (RungPlan rung : List.of(fast, slow)) {
      FragmentedFile file = title.read(rung.track());
      assertThat(file.track().timescale()).isEqualTo(title.plan().grid().rate().timescale());
      assertThat(file.track().mediaStartTicks()).as("no edit list").isZero();
      long end = 0;
      for (ScannedFragment fragment : file.fragments()) {
        assertThat(fragment.baseDecodeTimeTicks()).isEqualTo(end);
        assertThat(fragment.earliestPresentationTicks()).isEqualTo(end);
        end += fragment.durationTicks();
      }
      assertThat(end).isEqualTo(title.plan().grid().duration().ticks());
    }
  }

  @Test
  void samples_inPresentationOrder_lieOnTheRungsFrames() throws IOException {
    long frame = title.plan().grid().rate().frameDurationTicks();

    assertThat(presentationTicks(fast)).hasSize(241).allMatch(time -> time % frame == 0);
    assertThat(presentationTicks(slow)).hasSize(121).allMatch(time -> time % (2 * frame) == 0);
    assertThat(presentationTicks(fast)).containsAll(presentationTicks(slow));
  }

  @Test
  void segments_everyFirstSample_isAnIdrPicture() throws IOException {
    for (RungPlan rung : List.of(fast, slow)) {
      FragmentedFile file = title.read(rung.track());
      for (int i = 0; i < file.fragments().size(); i++) {
        ScannedFragment fragment = file.fragments().get(i);
        assertThat(fragment.samples().get(0).sync()).isTrue();
        byte[] segment = title.segment(rung.track(), i + 1);
        int payload =
            segment.length - fragment.samples().stream().mapToInt(Sample::sizeBytes).sum();
        assertThat(firstNalUnitBesidesSei(segment, payload)).isEqualTo(IDR_SLICE);
      }
    }
  }

  @Test
  void chunks_ofOneTrack_shareOneInitSegment() {
    for (RungPlan rung : List.of(fast, slow)) {
      List<PackagedSegments> chunks = title.of(rung.track());
      assertThat(chunks).hasSize(3);
      assertThat(chunks.stream().map(PackagedSegments::initSha256).distinct()).hasSize(1);
    }
    assertThat(title.init(fast.track())).isNotEqualTo(title.init(slow.track()));
  }

  private static List<Sample> samples(RungPlan rung) throws IOException {
    return title.read(rung.track()).fragments().stream()
        .flatMap(fragment -> fragment.samples().stream())
        .toList();
  }

  private static Set<Long> presentationTicks(RungPlan rung) throws IOException {
    Set<Long> times = new TreeSet<>();
    for (ScannedFragment fragment : title.read(rung.track()).fragments()) {
      long decode = fragment.baseDecodeTimeTicks();
      for (Sample sample : fragment.samples()) {
        times.add(decode + sample.compositionOffsetTicks());
        decode += sample.durationTicks();
      }
    }
    return times;
  }

  private static int firstNalUnitBesidesSei(byte[] segment, int payload) {
    int position = payload;
    while ((segment[position + 4] & 0x1f) == SEI) {
      position += 4 + java.nio.ByteBuffer.wrap(segment, position, 4).getInt();
    }
    return segment[position + 4] & 0x1f;
  }
}
