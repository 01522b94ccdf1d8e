package dev.reelway.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.AV_ERROR_MAX_STRING_SIZE;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_WARNING;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_describe;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_strerror;
import static org.bytedeco.ffmpeg.global.avutil.setLogCallback;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.time.Rational;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.avutil.LogCallback;
import org.bytedeco.javacpp.BytePointer;

/** Small things that every piece of FFmpeg code needs. */
final class FFmpeg {

  /** FFmpeg's "no time stamp". */
  static final long NO_TICKS = Long.MIN_VALUE;

  /** {@code AVERROR(EAGAIN)}: feed more before more comes out. */
  static final int AGAIN = -11;

  /** {@code AVERROR(EINVAL)}: also a format that is not on the list of allowed ones. */
  static final int INVALID_ARGUMENT = -22;

  /** {@code AVERROR(EIO)}. */
  static final int INPUT_OUTPUT_ERROR = -5;

  // FFmpeg keeps only a native reference; without this one the callback would be collected.
  private static LogCallback logCallback;

  /** Takes FFmpeg's messages; must not throw. */
  @FunctionalInterface
  interface LogSink {
    void accept(int level, String line);
  }

  private static volatile LogSink watcher = (level, line) -> {};

  private FFmpeg() {}

  /** Lets {@code sink} hear what {@link #logTo} hears, until the next call. */
  static void watchLog(LogSink sink) {
    watcher = sink;
  }

  /** Sends FFmpeg's warnings and errors to {@code sink}, one line each. */
  static void logTo(Consumer<String> sink) {
    av_log_set_level(AV_LOG_WARNING);
    logCallback =
        new LogCallback() {
          @Override
          public void call(int level, BytePointer message) {
            // av_log calls back for every level; filtering is the callback's own business.
            if (level <= AV_LOG_WARNING) {
              String line = message.getString().strip();
              sink.accept(line);
              watcher.accept(level, line);
            }
          }
        };
    setLogCallback(logCallback);
  }

  /** Returns {@code result} unless it is an FFmpeg error, which becomes a failure. */
  static int check(int result, FailureKind kind, String what) {
    if (result < 0) {
      throw new ReelwayException(kind, what + ": " + describe(result) + ".");
    }
    return result;
  }

  /** As {@link #check(int, FailureKind, String)} for calls that only fail by our own mistake. */
  static int check(int result, String what) {
    return check(result, FailureKind.INVARIANT_BROKEN, what);
  }

  /** FFmpeg's words for an error code. */
  static String describe(int error) {
    byte[] text = new byte[AV_ERROR_MAX_STRING_SIZE];
    av_strerror(error, text, text.length);
    return terminated(text);
  }

  /** FFmpeg's name of a channel layout, {@code 5.1(side)}. */
  static String layoutName(AVChannelLayout layout) {
    byte[] name = new byte[128];
    av_channel_layout_describe(layout, name, name.length);
    return terminated(name);
  }

  private static String terminated(byte[] text) {
    int length = 0;
    while (length < text.length && text[length] != 0) {
      length++;
    }
    return new String(text, 0, length, StandardCharsets.UTF_8);
  }

  /** Options as FFmpeg wants them; the caller frees the dictionary. */
  static AVDictionary dictionary(Map<String, String> options) {
    AVDictionary dictionary = new AVDictionary(null);
    options.forEach((key, value) -> av_dict_set(dictionary, key, value, 0));
    return dictionary;
  }

  /** A copy of native bytes; empty if there are none. */
  static byte[] bytes(BytePointer data, int size) {
    byte[] bytes = new byte[data == null || data.isNull() ? 0 : Math.max(0, size)];
    if (bytes.length > 0) {
      data.get(bytes);
    }
    return bytes;
  }

  static Rational rational(AVRational value) {
    return value.den() == 0 ? Rational.ZERO : new Rational(value.num(), value.den());
  }

  static String text(BytePointer pointer) {
    return pointer == null || pointer.isNull() ? "" : pointer.getString();
  }
}
