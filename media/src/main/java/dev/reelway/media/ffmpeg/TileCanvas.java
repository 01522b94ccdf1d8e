package dev.reelway.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;
import static org.bytedeco.ffmpeg.global.avutil.av_image_copy_plane;

import dev.reelway.contracts.plan.ThumbnailPlan;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/** A picture that images are put on side by side, row by row; what stays free is black. */
final class TileCanvas implements AutoCloseable {

  private static final int PLANES = 3;
  private static final byte BLACK = 16;
  private static final byte NO_COLOUR = (byte) 128;

  private final ThumbnailPlan plan;
  private final AVFrame canvas = av_frame_alloc();
  private final JpegEncoder encoder;

  TileCanvas(ThumbnailPlan plan) {
    this.plan = plan;
    canvas.width(plan.width() * plan.columns()).height(plan.height() * plan.rows());
    canvas.format(AV_PIX_FMT_YUV420P);
    FFmpeg.check(av_frame_get_buffer(canvas, 0), "make room for a tile");
    encoder = new JpegEncoder(canvas.width(), canvas.height(), plan.colour());
    clear();
  }

  private void clear() {
    FFmpeg.check(av_frame_make_writable(canvas), "clear a tile");
    for (int plane = 0; plane < PLANES; plane++) {
      long bytes = (long) canvas.linesize(plane) * lines(plane, canvas.height());
      Pointer.memset(canvas.data(plane), plane == 0 ? BLACK : NO_COLOUR, bytes);
    }
  }

  /** Puts an image of the planned size, 4:2:0 with eight bits, on place {@code index}. */
  void put(AVFrame image, int index) {
    int left = index % plan.columns() * plan.width();
    int top = index / plan.columns() * plan.height();
    for (int plane = 0; plane < PLANES; plane++) {
      long offset = (long) lines(plane, top) * canvas.linesize(plane) + lines(plane, left);
      av_image_copy_plane(
          new BytePointer(canvas.data(plane)).position(offset),
          canvas.linesize(plane),
          image.data(plane),
          image.linesize(plane),
          lines(plane, plan.width()),
          lines(plane, plan.height()));
    }
  }

  /** Sizes are even; the planes of colour have half of them. */
  private static int lines(int plane, int size) {
    return plane == 0 ? size : size / 2;
  }

  /** The tile as a file; the canvas is empty afterwards. */
  byte[] toJpeg() {
    byte[] jpeg = encoder.encode(canvas);
    clear();
    return jpeg;
  }

  @Override
  public void close() {
    av_frame_free(canvas);
    encoder.close();
  }
}
