package dev.reelway.media.verify;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.plan.AudioPlan;
import dev.reelway.contracts.plan.ChunkPlan;
import dev.reelway.contracts.plan.RungPlan;
import dev.reelway.contracts.plan.TextPlan;
import dev.reelway.contracts.plan.VideoCodec;
import dev.reelway.contracts.time.SegmentGrid;
import dev.reelway.contracts.work.ContentHash;
import dev.reelway.isobmff.Sample;
import dev.reelway.isobmff.box.BoxException;
import dev.reelway.isobmff.codec.Av1Stream;
import dev.reelway.isobmff.codec.BitstreamException;
import dev.reelway.isobmff.codec.HevcStream;
import dev.reelway.isobmff.codec.LengthPrefixed;
import dev.reelway.isobmff.codec.NalUnitType;
import dev.reelway.isobmff.read.ByteSource;
import dev.reelway.isobmff.read.FragmentedFile;
import dev.reelway.isobmff.read.ScannedFragment;
import dev.reelway.media.text.write.TextSegment;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * Checks an encoded part from its bytes as soon as it is written (media rule 10): one fragment per
 * segment, every frame on the grid, an IDR first in every segment and at every GOP.
 */
public final class PartVerifier {

  private static final int LENGTH_AND_HEADER = 5;
  private static final int SHORTEST_TEMPORAL_UNIT = 3;

  private PartVerifier() {}

  /**
   * What a part that passed is known by.
   *
   * @param initSha256 hash of its init segment
   * @param samples encoded frames in it
   * @param sizeBytes length of the file
   */
  public record Verified(String initSha256, long samples, long sizeBytes) {}

  /** Checks a rung of a chunk; throws {@code CHUNK_INVALID} saying what is wrong. */
  public static Verified verify(Path file, RungPlan rung, ChunkPlan chunk, SegmentGrid grid) {
    return read(
        file,
        source -> {
          FragmentedFile part = FragmentedFile.read(source);
          require(part.track().timescale() == grid.rate().timescale(), rung, "timescale");
          if (rung.isTrickPlay()) {
            checkTrickPlay(source, part, rung, chunk, grid);
            return verified(source, part);
          }
          require(part.fragments().size() == chunk.segmentCount(), rung, "number of fragments");
          for (int i = 0; i < chunk.segmentCount(); i++) {
            checkVideo(source, part.fragments().get(i), rung, grid, chunk.firstSegment() + i);
          }
          return verified(source, part);
        });
  }

  /** Checks a sound track; throws {@code CHUNK_INVALID} saying what is wrong. */
  public static Verified verify(Path file, AudioPlan plan, SegmentGrid grid) {
    return read(
        file,
        source -> {
          FragmentedFile part = FragmentedFile.read(source);
          require(part.fragments().size() == grid.segmentCount(), plan, "number of fragments");
          require(part.track().mediaStartTicks() == plan.primingSamples(), plan, "edit list");
          long frame = 0;
          for (int i = 0; i < grid.segmentCount(); i++) {
            ScannedFragment fragment = part.fragments().get(i);
            require(fragment.sequenceNumber() == i + 1, plan, "sequence number");
            require(
                fragment.baseDecodeTimeTicks() == frame * plan.codec().frameSamples(),
                plan,
                "decode time of segment " + (i + 1));
            frame += fragment.samples().size();
          }
          require(frame == plan.frames(), plan, "number of frames");
          return verified(source, part);
        });
  }

  /** Checks a text track; throws {@code CHUNK_INVALID} saying what is wrong. */
  public static Verified verify(Path file, TextPlan plan, SegmentGrid grid) {
    return read(
        file,
        source -> {
          FragmentedFile part = FragmentedFile.read(source);
          require(part.fragments().size() == grid.segmentCount(), plan, "number of fragments");
          require(part.track().timescale() == TextPlan.TIMESCALE, plan, "timescale");
          for (int i = 0; i < grid.segmentCount(); i++) {
            ScannedFragment fragment = part.fragments().get(i);
            String where = " of segment " + (i + 1);
            long start = TextSegment.millis(grid, i);
            long end = TextSegment.millis(grid, i + 1);
            require(fragment.sequenceNumber() == i + 1, plan, "sequence number" + where);
            require(fragment.baseDecodeTimeTicks() == start, plan, "decode time" + where);
            require(fragment.durationTicks() == end - start, plan, "duration" + where);
          }
          return verified(source, part);
        });
  }

  private static void checkVideo(
      ByteSource source, ScannedFragment fragment, RungPlan rung, SegmentGrid grid, int segment)
      throws IOException {
    String where = " of segment " + (segment + 1);
    long start = grid.start(segment).ticks();
    long end = grid.start(segment + 1).ticks();
    long frameTicks = grid.rate().frameDurationTicks() * rung.rateDivisor();
    require(fragment.sequenceNumber() == segment + 1, rung, "sequence number" + where);
    require(fragment.baseDecodeTimeTicks() == start, rung, "decode time" + where);
    require(fragment.durationTicks() == end - start, rung, "duration" + where);
    require(fragment.earliestPresentationTicks() == start, rung, "first presentation time" + where);
    require(startsWithKey(source, fragment, rung), rung, "first picture (no IDR)" + where);
    Set<Long> shown = new HashSet<>();
    long decode = start;
    for (Sample sample : fragment.samples()) {
      long time = decode + sample.compositionOffsetTicks();
      boolean onGrid = (time - start) % frameTicks == 0 && time >= start && time < end;
      require(onGrid && shown.add(time), rung, "presentation times" + where);
      long frame = time / grid.rate().frameDurationTicks();
      require(sample.sync() || !grid.isKeyFrame(frame), rung, "key frames" + where);
      require(sample.sizeBytes() >= leastBytes(rung), rung, "sample size" + where);
      decode += sample.durationTicks();
    }
    long frames = (end - start + frameTicks - 1) / frameTicks;
    require(shown.size() == frames, rung, "number of frames" + where);
  }

  /** Each picture is a fragment of its own that starts with a key picture. */
  private static void checkTrickPlay(
      ByteSource source, FragmentedFile part, RungPlan rung, ChunkPlan chunk, SegmentGrid grid)
      throws IOException {
    long first = SegmentGrid.renditionFrames(chunk.firstFrame(), rung.rateDivisor());
    long end = SegmentGrid.renditionFrames(chunk.endFrame(), rung.rateDivisor());
    require(part.fragments().size() == end - first, rung, "number of pictures");
    for (ScannedFragment fragment : part.fragments()) {
      String where = " of picture " + (first + 1);
      long frame = first * rung.rateDivisor();
      long next = Math.min(frame + rung.rateDivisor(), grid.frameCount());
      long start = grid.rate().timeOf(frame).ticks();
      require(fragment.samples().size() == 1, rung, "fragment" + where);
      require(fragment.sequenceNumber() == first + 1, rung, "sequence number" + where);
      require(fragment.baseDecodeTimeTicks() == start, rung, "decode time" + where);
      require(fragment.earliestPresentationTicks() == start, rung, "presentation time" + where);
      require(
          fragment.durationTicks() == grid.rate().timeOf(next).ticks() - start,
          rung,
          "duration" + where);
      require(fragment.startsWithSync(), rung, "sync flag" + where);
      require(startsWithKey(source, fragment, rung), rung, "picture (no IDR)" + where);
      first++;
    }
  }

  /**
   * A slice has a length and a header; AV1 shows a picture that is there already in three bytes.
   */
  private static int leastBytes(RungPlan rung) {
    return rung.codec() == VideoCodec.AV1 ? SHORTEST_TEMPORAL_UNIT : LENGTH_AND_HEADER + 1;
  }

  private static boolean startsWithKey(ByteSource source, ScannedFragment fragment, RungPlan rung)
      throws IOException {
    byte[] first = source.read(fragment.payloadOffset(), fragment.samples().get(0).sizeBytes());
    try {
      return switch (rung.codec()) {
        case H264 -> startsWithIdr(first);
        case HEVC -> HevcStream.startsWithIdr(first);
        case AV1 -> Av1Stream.startsWithKeyFrame(first);
      };
    } catch (BitstreamException e) {
      return false;
    }
  }

  /** Nothing but messages may lie before the picture: parameter sets are in the sample entry. */
  private static boolean startsWithIdr(byte[] sample) {
    return LengthPrefixed.types(sample).stream()
        .filter(type -> type != NalUnitType.SEI)
        .findFirst()
        .filter(NalUnitType.IDR_SLICE::equals)
        .isPresent();
  }

  static Verified verified(ByteSource source, FragmentedFile part) throws IOException {
    long samples = part.fragments().stream().mapToLong(f -> f.samples().size()).sum();
    return new Verified(ContentHash.of(part.initSegment().toArray()), samples, source.sizeBytes());
  }

  @FunctionalInterface
  interface Check {
    Verified run(ByteSource source) throws IOException;
  }

  static Verified read(Path file, Check check) {
    try (FileChannel channel = FileChannel.open(file)) {
      return check.run(ByteSource.of(channel));
    } catch (BoxException e) {
      throw new ReelwayException(
          FailureKind.CHUNK_INVALID,
          file.getFileName() + " is not a valid fragmented MP4: " + e.getMessage() + ".",
          e);
    } catch (IOException e) {
      throw new ReelwayException(
          FailureKind.STORAGE_UNAVAILABLE,
          "The scratch file " + file.getFileName() + " cannot be read: " + e.getMessage() + ".",
          e);
    }
  }

  private static void require(boolean holds, RungPlan rung, String what) {
    require(holds, rung.name(), what);
  }

  private static void require(boolean holds, AudioPlan plan, String what) {
    require(holds, plan.name(), what);
  }

  private static void require(boolean holds, TextPlan plan, String what) {
    require(holds, plan.name(), what);
  }

  static void require(boolean holds, String track, String what) {
    if (!holds) {
      throw new ReelwayException(
          FailureKind.CHUNK_INVALID, "The encoded part of " + track + " has a wrong " + what + ".");
    }
  }
}
