package dev.reelway.media.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.master.Colour;
import dev.reelway.contracts.master.HdrMetadata;
import dev.reelway.contracts.plan.ChunkPlan;
import dev.reelway.contracts.plan.PosterPlan;
import dev.reelway.contracts.plan.RungPlan;
import dev.reelway.contracts.plan.RungUse;
import dev.reelway.contracts.plan.ThumbnailPlan;
import dev.reelway.contracts.plan.VideoCodec;
import dev.reelway.contracts.time.FrameRate;
import dev.reelway.contracts.time.Rational;
import dev.reelway.contracts.time.SegmentGrid;
import dev.reelway.isobmff.Sample;
import dev.reelway.media.ffmpeg.WrittenParts;
import dev.reelway.media.ffmpeg.WrittenParts.Piece;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parts for fast forward, thumbnails and posters with one thing wrong at a time. */
class ScrubbingPartsTest {

  private static final FrameRate RATE = FrameRate.of(25, 1);
  private static final SegmentGrid GRID = new SegmentGrid(RATE, 25, 50, 155);

  /** The last chunk: two segments, the second of them longer. */
  private static final ChunkPlan CHUNK = new ChunkPlan(1, 1, 2, 50, 105);

  private static final long SECOND = 25_000;
  private static final byte IDR = 0x65;
  private static final byte NON_IDR = 0x41;
  private static final RungPlan FAST =
      new RungPlan(
          "f",
          "144p fast forward",
          256,
          144,
          25,
          FrameRate.of(1, 1),
          VideoCodec.H264,
          "veryfast",
          Rational.of(28),
          720_000,
          720_000,
          31,
          8,
          Colour.BT709,
          HdrMetadata.NONE,
          Optional.empty(),
          RungUse.TRICK_PLAY);
  private static final ThumbnailPlan THUMBNAILS =
      new ThumbnailPlan("t", 64, 36, 2, 1, Colour.BT709, Optional.empty());
  private static final PosterPlan POSTER =
      new PosterPlan("p", 128, 72, List.of(1), Optional.empty(), Colour.BT709, Optional.empty());

  @TempDir Path folder;

  @Test
  void verify_goodParts_pass() throws IOException {
    assertThat(fast(pictures()).samples()).isEqualTo(5);
    assertThat(thumbnails(tiles()).samples()).isEqualTo(3);
    assertThat(poster(List.of(image(3 * SECOND, 2, SECOND, 128, 72))).samples()).isEqualTo(1);
  }

  @Test
  void verify_wrongPictureForFastForward_isRefused() {
    assertRefused(() -> fast(pictures().subList(0, 4)), "number of pictures");
    assertRefused(() -> fast(with(pictures(), 1, picture(3 * SECOND, 5, SECOND, IDR))), "sequence");
    assertRefused(() -> fast(with(pictures(), 1, picture(3 * SECOND + 1, 4, SECOND, IDR))), "time");
    assertRefused(() -> fast(with(pictures(), 1, picture(3 * SECOND, 4, 1, IDR))), "duration");
    assertRefused(() -> fast(with(pictures(), 1, picture(3 * SECOND, 4, SECOND, NON_IDR))), "IDR");
  }

  @Test
  void verify_wrongTile_isRefused() {
    assertRefused(() -> thumbnails(tiles().subList(0, 2)), "number of tiles");
    assertRefused(
        () -> thumbnails(with(tiles(), 1, image(4 * SECOND, 3, 2 * SECOND, 127, 36))), "JPEG file");
    assertRefused(
        () -> thumbnails(with(tiles(), 1, image(4 * SECOND + 1, 3, 2 * SECOND, 128, 36))), "time");
    assertRefused(
        () -> thumbnails(with(tiles(), 1, image(4 * SECOND, 4, 2 * SECOND, 128, 36))), "number");
  }

  @Test
  void verify_wrongPoster_isRefused() {
    assertRefused(() -> poster(List.of(image(SECOND, 2, 1, 128, 72))), "time of the poster");
    assertRefused(() -> poster(List.of(image(3 * SECOND, 2, 1, 128, 70))), "JPEG file");
    assertRefused(() -> poster(List.of()), "number of posters");
  }

  private static List<Piece> pictures() {
    List<Piece> pieces = new ArrayList<>();
    for (int i = 2; i < 6; i++) {
      pieces.add(picture(i * SECOND, i + 1, SECOND, IDR));
    }
    pieces.add(picture(6 * SECOND, 7, SECOND / 5, IDR));
    return pieces;
  }

  private static Piece picture(long start, int number, long duration, byte header) {
    byte[] bytes = ByteBuffer.allocate(24).putInt(20).put(header).array();
    return new Piece(
        start, number, List.of(new Sample(duration, bytes.length, 0, true)), List.of(bytes));
  }

  private static List<Piece> tiles() {
    return List.of(
        image(2 * SECOND, 2, 2 * SECOND, 128, 36),
        image(4 * SECOND, 3, 2 * SECOND, 128, 36),
        image(6 * SECOND, 4, SECOND / 5, 128, 36));
  }

  /** The head of a JPEG file, and its end. */
  private static Piece image(long start, int number, long duration, int width, int height) {
    ByteBuffer jpeg = ByteBuffer.allocate(32);
    jpeg.putShort((short) 0xffd8).putShort((short) 0xffc0).putShort((short) 17).put((byte) 8);
    jpeg.putShort((short) height).putShort((short) width);
    jpeg.putShort(30, (short) 0xffd9);
    return new Piece(
        start, number, List.of(new Sample(duration, 32, 0, true)), List.of(jpeg.array()));
  }

  private static List<Piece> with(List<Piece> pieces, int index, Piece other) {
    List<Piece> changed = new ArrayList<>(pieces);
    changed.set(index, other);
    return changed;
  }

  private PartVerifier.Verified fast(List<Piece> pieces) throws IOException {
    Path file = folder.resolve("f.mp4");
    WrittenParts.video(file, FAST, RATE.timescale(), pieces);
    return PartVerifier.verify(file, FAST, CHUNK, GRID);
  }

  private PartVerifier.Verified thumbnails(List<Piece> pieces) throws IOException {
    Path file = folder.resolve("t.mp4");
    WrittenParts.images(file, RATE.timescale(), pieces);
    return ImageVerifier.verify(file, THUMBNAILS, CHUNK, GRID);
  }

  private PartVerifier.Verified poster(List<Piece> pieces) throws IOException {
    Path file = folder.resolve("p.mp4");
    WrittenParts.images(file, RATE.timescale(), pieces);
    return ImageVerifier.verify(file, POSTER, CHUNK, GRID);
  }

  private interface Check {
    PartVerifier.Verified run() throws IOException;
  }

  private static void assertRefused(Check check, String what) {
    assertThatThrownBy(check::run)
        .hasMessageContaining(what)
        .isInstanceOfSatisfying(
            ReelwayException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.CHUNK_INVALID));
  }
}
