package dev.reelway.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P10LE;

import dev.reelway.contracts.plan.RungPlan;

/** The pixel formats that rungs are encoded from: 4:2:0 of eight or ten bits. */
final class PixelFormats {

  private static final int EIGHT = 8;

  private PixelFormats() {}

  /** FFmpeg's name, for filters. */
  static String name(RungPlan rung) {
    return rung.bitDepth() == EIGHT ? "yuv420p" : "yuv420p10le";
  }

  /** FFmpeg's number, for encoders. */
  static int number(RungPlan rung) {
    return rung.bitDepth() == EIGHT ? AV_PIX_FMT_YUV420P : AV_PIX_FMT_YUV420P10LE;
  }
}
