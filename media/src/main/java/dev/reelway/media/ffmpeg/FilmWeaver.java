package dev.reelway.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_ref;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;
import static org.bytedeco.ffmpeg.global.avutil.av_image_copy_plane;
import static org.bytedeco.ffmpeg.global.avutil.av_image_get_linesize;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_count_planes;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_desc_get;

import dev.reelway.contracts.master.FieldOrder;
import dev.reelway.contracts.master.Pulldown;
import dev.reelway.contracts.time.Rational;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;

/**
 * Undoes a constant {@link Pulldown}: three of five pictures are passed on, the fields of the other
 * two are put together to the fourth film picture. Where a picture lies in the rhythm follows from
 * its time alone, so it does not matter where a run begins.
 */
final class FilmWeaver implements FieldFilter {

  private final Pulldown pulldown;
  private final Rational timeBase;
  private final AVFrame held = av_frame_alloc();
  private final AVFrame woven = av_frame_alloc();
  private long heldNumber = Long.MIN_VALUE;

  FilmWeaver(Pulldown pulldown, Rational timeBase) {
    this.pulldown = pulldown;
    this.timeBase = timeBase;
  }

  @Override
  public void take(AVFrame picture, StreamDecoder.FrameSink frames) {
    long number = pulldown.number(picture.best_effort_timestamp(), timeBase);
    switch (pulldown.position(number)) {
      case Pulldown.C_BEGINS -> hold(picture, number);
      case Pulldown.C_ENDS -> {
        if (heldNumber == number - 1 && alike(held, picture)) {
          weave(picture);
          frames.accept(woven);
        }
      }
      default -> frames.accept(picture);
    }
  }

  /** A film picture of which only one field is there is left out. */
  @Override
  public void finish(StreamDecoder.FrameSink frames) {
    heldNumber = Long.MIN_VALUE;
  }

  private void hold(AVFrame picture, long number) {
    av_frame_unref(held);
    FFmpeg.check(av_frame_ref(held, picture), "keep a picture");
    heldNumber = number;
  }

  private static boolean alike(AVFrame a, AVFrame b) {
    return a.width() == b.width() && a.height() == b.height() && a.format() == b.format();
  }

  /** The held picture, with the lines of the first field from {@code later}. */
  private void weave(AVFrame later) {
    av_frame_unref(woven);
    FFmpeg.check(av_frame_ref(woven, held), "keep a picture");
    FFmpeg.check(av_frame_make_writable(woven), "copy a picture");
    int firstLine = pulldown.order() == FieldOrder.TOP_FIRST ? 0 : 1;
    for (int plane = 0; plane < av_pix_fmt_count_planes(later.format()); plane++) {
      copyLines(later, plane, firstLine);
    }
    woven.decode_error_flags(held.decode_error_flags() | later.decode_error_flags());
    woven.flags(held.flags() | later.flags());
  }

  private void copyLines(AVFrame later, int plane, int firstLine) {
    boolean chroma = plane == 1 || plane == 2;
    int shift = chroma ? av_pix_fmt_desc_get(later.format()).log2_chroma_h() : 0;
    int lines = (later.height() + (1 << shift) - 1) >> shift;
    int bytes =
        FFmpeg.check(
            av_image_get_linesize(later.format(), later.width(), plane), "measure a picture");
    av_image_copy_plane(
        line(woven, plane, firstLine),
        2 * woven.linesize(plane),
        line(later, plane, firstLine),
        2 * later.linesize(plane),
        bytes,
        (lines - firstLine + 1) / 2);
  }

  private static BytePointer line(AVFrame frame, int plane, int line) {
    return new BytePointer(frame.data(plane)).position((long) line * frame.linesize(plane));
  }

  @Override
  public void close() {
    av_frame_free(held);
    av_frame_free(woven);
  }
}
