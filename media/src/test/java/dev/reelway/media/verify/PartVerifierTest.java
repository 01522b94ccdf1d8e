package dev.reelway.media.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.master.Colour;
import dev.reelway.contracts.master.HdrMetadata;
import dev.reelway.contracts.master.TrackRole;
import dev.reelway.contracts.plan.AudioCodec;
import dev.reelway.contracts.plan.AudioMix;
import dev.reelway.contracts.plan.AudioPlan;
import dev.reelway.contracts.plan.ChunkPlan;
import dev.reelway.contracts.plan.RungPlan;
import dev.reelway.contracts.plan.VideoCodec;
import dev.reelway.contracts.time.FrameRate;
import dev.reelway.contracts.time.Rational;
import dev.reelway.contracts.time.SegmentGrid;
import dev.reelway.isobmff.Sample;
import dev.reelway.media.ffmpeg.WrittenParts;
import dev.reelway.media.ffmpeg.WrittenParts.Piece;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Segments of 50 frames at 25 fps, a key frame each 25; the chunk has segments 2 and 3 of 4. */
class PartVerifierTest {

  private static final FrameRate RATE = FrameRate.of(25, 1);
  private static final SegmentGrid GRID = new SegmentGrid(RATE, 25, 50, 200);
  private static final ChunkPlan CHUNK = new ChunkPlan(1, 1, 2, 50, 100);
  private static final long FRAME = RATE.frameDurationTicks();
  private static final byte IDR = 0x65;
  private static final byte NON_IDR = 0x41;
  private static final byte SEI = 0x06;
  private static final RungPlan RUNG =
      new RungPlan(
          "v",
          "144p",
          256,
          144,
          1,
          RATE,
          VideoCodec.H264,
          "veryfast",
          Rational.of(28),
          720_000,
          720_000,
          31,
          8,
          Colour.BT709,
          HdrMetadata.NONE,
          Optional.empty());
  private static final AudioPlan SOUND =
      new AudioPlan(
          "a",
          "Sound",
          0,
          AudioMix.unchanged(0, "FL", "FR"),
          "und",
          TrackRole.MAIN,
          true,
          AudioCodec.AAC,
          48_000,
          128_000,
          Optional.empty(),
          384_000,
          Rational.ZERO);

  @TempDir Path folder;

  @Test
  void verify_goodPart_isKnownByItsInit() throws IOException {
    PartVerifier.Verified verified = verify(pieces());

    assertThat(verified.samples()).isEqualTo(100);
    assertThat(verified.sizeBytes()).isEqualTo(Files.size(folder.resolve("v.mp4")));
    assertThat(verified.initSha256()).hasSize(64);
  }

  @Test
  void verify_reorderedPictures_pass() throws IOException {
    // decoded 0 2 1 3 …: the second shows after the third
    List<Piece> pieces = change(0, sample(1, s -> shifted(s, FRAME)));
    List<Piece> reordered = change(pieces, 0, sample(2, s -> shifted(s, -FRAME)));

    assertThat(verify(reordered).samples()).isEqualTo(100);
  }

  @Test
  void verify_fragmentMissing_isRefused() {
    assertRefused(pieces().subList(0, 1), "number of fragments");
  }

  @Test
  void verify_anotherTimescale_isRefused() throws IOException {
    Path file = folder.resolve("v.mp4");
    WrittenParts.video(file, RUNG, 12_800, pieces());

    assertThatThrownBy(() -> PartVerifier.verify(file, RUNG, CHUNK, GRID))
        .hasMessageContaining("timescale");
  }

  @Test
  void verify_wrongSequenceNumber_isRefused() {
    assertRefused(
        change(1, p -> new Piece(p.startTicks(), 7, p.samples(), p.payload())),
        "sequence number of segment 3");
  }

  @Test
  void verify_decodeTimeOffTheGrid_isRefused() {
    assertRefused(
        change(1, p -> new Piece(p.startTicks() + 1, p.number(), p.samples(), p.payload())),
        "decode time of segment 3");
  }

  @Test
  void verify_segmentTooLong_isRefused() {
    assertRefused(
        change(0, sample(49, s -> lasting(s, s.durationTicks() + 1))), "duration of segment 2");
  }

  @Test
  void verify_pictureShownTwice_isRefused() {
    assertRefused(change(0, sample(10, s -> shifted(s, FRAME))), "presentation times of segment 2");
  }

  @Test
  void verify_pictureBetweenTwoFrames_isRefused() {
    assertRefused(change(0, sample(10, s -> shifted(s, 1))), "presentation times of segment 2");
  }

  @Test
  void verify_firstPictureShownLate_isRefused() {
    assertRefused(
        change(0, sample(0, s -> shifted(s, FRAME / 2))), "first presentation time of segment 2");
  }

  @Test
  void verify_keyFrameInTheMiddleMissing_isRefused() {
    assertRefused(change(1, sample(25, s -> synced(s, false))), "key frames of segment 3");
  }

  @Test
  void verify_firstPictureIsNoIdr_isRefused() {
    assertRefused(change(0, payload(0, NON_IDR)), "first picture (no IDR) of segment 2");
  }

  @Test
  void verify_nothingButMessagesInTheFirstPicture_isRefused() {
    assertRefused(change(0, payload(0, SEI)), "first picture (no IDR) of segment 2");
  }

  @Test
  void verify_pictureWithoutBytes_isRefused() {
    UnaryOperator<Piece> empty =
        p -> {
          List<Sample> samples = new ArrayList<>(p.samples());
          List<byte[]> payload = new ArrayList<>(p.payload());
          Sample s = samples.get(3);
          samples.set(3, new Sample(s.durationTicks(), 4, s.compositionOffsetTicks(), s.sync()));
          payload.set(3, new byte[4]);
          return new Piece(p.startTicks(), p.number(), samples, payload);
        };

    assertRefused(change(0, empty), "sample size of segment 2");
  }

  @Test
  void verify_pictureMissing_isRefused() {
    UnaryOperator<Piece> missing =
        p -> {
          List<Sample> samples = new ArrayList<>(p.samples());
          List<byte[]> payload = new ArrayList<>(p.payload());
          samples.remove(49);
          payload.remove(49);
          samples.set(48, lasting(samples.get(48), 2 * FRAME));
          return new Piece(p.startTicks(), p.number(), samples, payload);
        };

    assertRefused(change(0, missing), "number of frames of segment 2");
  }

  @Test
  void verify_fileCutShort_isRefused() throws IOException {
    Path file = folder.resolve("v.mp4");
    WrittenParts.video(file, RUNG, RATE.timescale(), pieces());
    byte[] whole = Files.readAllBytes(file);
    for (int length : new int[] {0, 7, 100, whole.length / 2, whole.length - 1}) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> PartVerifier.verify(file, RUNG, CHUNK, GRID))
          .as("first " + length + " bytes")
          .isInstanceOfSatisfying(
              ReelwayException.class,
              e -> assertThat(e.kind()).isEqualTo(FailureKind.CHUNK_INVALID));
    }
  }

  @Test
  void verify_wholeSoundTrack_passes() throws IOException {
    assertThat(verifySound(soundPieces()).samples()).isEqualTo(376);
  }

  @Test
  void verify_soundFrameMissing_isRefused() {
    List<Piece> pieces = new ArrayList<>(soundPieces());
    Piece last = pieces.get(3);
    int fewer = last.samples().size() - 1;
    pieces.set(
        3,
        new Piece(
            last.startTicks(),
            4,
            last.samples().subList(0, fewer),
            last.payload().subList(0, fewer)));

    assertThatThrownBy(() -> verifySound(pieces)).hasMessageContaining("number of frames");
  }

  @Test
  void verify_soundOffByOneFrame_isRefused() {
    List<Piece> pieces = new ArrayList<>(soundPieces());
    Piece second = pieces.get(1);
    pieces.set(1, new Piece(second.startTicks() + 1024, 2, second.samples(), second.payload()));

    assertThatThrownBy(() -> verifySound(pieces)).hasMessageContaining("decode time of segment 2");
  }

  private PartVerifier.Verified verifySound(List<Piece> pieces) throws IOException {
    Path file = folder.resolve("a.mp4");
    WrittenParts.audio(file, SOUND, pieces);
    return PartVerifier.verify(file, SOUND, GRID);
  }

  private static List<Piece> soundPieces() {
    List<Piece> pieces = new ArrayList<>();
    long from = 0;
    for (int segment = 0; segment < GRID.segmentCount(); segment++) {
      long to = SOUND.firstFrame(GRID, segment + 1);
      List<Sample> samples = new ArrayList<>();
      List<byte[]> payload = new ArrayList<>();
      for (long i = from; i < to; i++) {
        samples.add(new Sample(1024, 6, 0, true));
        payload.add(new byte[6]);
      }
      pieces.add(new Piece(from * 1024, segment + 1, samples, payload));
      from = to;
    }
    return pieces;
  }

  private PartVerifier.Verified verify(List<Piece> pieces) throws IOException {
    Path file = folder.resolve("v.mp4");
    WrittenParts.video(file, RUNG, RATE.timescale(), pieces);
    return PartVerifier.verify(file, RUNG, CHUNK, GRID);
  }

  private void assertRefused(List<Piece> pieces, String what) {
    assertThatThrownBy(() -> verify(pieces))
        .hasMessage("The encoded part of 144p has a wrong " + what + ".")
        .isInstanceOfSatisfying(
            ReelwayException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.CHUNK_INVALID));
  }

  private static List<Piece> pieces() {
    List<Piece> pieces = new ArrayList<>();
    for (int segment = 1; segment <= 2; segment++) {
      List<Sample> samples = new ArrayList<>();
      List<byte[]> payload = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        boolean key = i % 25 == 0;
        byte[] bytes = picture(key ? IDR : NON_IDR);
        samples.add(new Sample(FRAME, bytes.length, 0, key));
        payload.add(bytes);
      }
      pieces.add(new Piece(GRID.start(segment).ticks(), segment + 1, samples, payload));
    }
    return pieces;
  }

  private static byte[] picture(byte nalHeader) {
    return ByteBuffer.allocate(24).putInt(20).put(nalHeader).array();
  }

  private static List<Piece> change(int index, UnaryOperator<Piece> change) {
    return change(pieces(), index, change);
  }

  private static List<Piece> change(List<Piece> pieces, int index, UnaryOperator<Piece> change) {
    List<Piece> changed = new ArrayList<>(pieces);
    changed.set(index, change.apply(changed.get(index)));
    return changed;
  }

  private static UnaryOperator<Piece> sample(int index, UnaryOperator<Sample> change) {
    return piece -> {
      List<Sample> samples = new ArrayList<>(piece.samples());
      samples.set(index, change.apply(samples.get(index)));
      return new Piece(piece.startTicks(), piece.number(), samples, piece.payload());
    };
  }

  private static UnaryOperator<Piece> payload(int index, byte nalHeader) {
    return piece -> {
      List<byte[]> payload = new ArrayList<>(piece.payload());
      payload.set(index, picture(nalHeader));
      return new Piece(piece.startTicks(), piece.number(), piece.samples(), payload);
    };
  }

  private static Sample shifted(Sample s, long ticks) {
    return new Sample(
        s.durationTicks(), s.sizeBytes(), s.compositionOffsetTicks() + ticks, s.sync());
  }

  private static Sample lasting(Sample s, long ticks) {
    return new Sample(ticks, s.sizeBytes(), s.compositionOffsetTicks(), s.sync());
  }

  private static Sample synced(Sample s, boolean sync) {
    return new Sample(s.durationTicks(), s.sizeBytes(), s.compositionOffsetTicks(), sync);
  }
}
