package dev.reelway.media.ffmpeg;

import java.util.function.Consumer;

/** FFmpeg's own messages. */
public final class FFmpegLog {

  private FFmpegLog() {}

  /** Sends warnings and errors of all FFmpeg libraries to {@code sink}, one line each. */
  public static void sendTo(Consumer<String> sink) {
    FFmpeg.logTo(sink);
  }
}
