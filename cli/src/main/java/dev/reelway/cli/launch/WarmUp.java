package dev.reelway.cli.launch;

import java.util.Arrays;
import java.util.List;

/**
 * Runs once after a build, for the launcher script: unpacks FFmpeg's libraries into javacpp's cache
 * folder, then runs a command so that the JVM can archive the classes it loads.
 */
public final class WarmUp {

  /** Loading these classes unpacks and loads the libraries; only {@code media} uses them. */
  private static final List<String> LIBRARIES =
      List.of(
          "org.bytedeco.ffmpeg.global.avutil",
          "org.bytedeco.ffmpeg.global.avcodec",
          "org.bytedeco.ffmpeg.global.avformat",
          "org.bytedeco.ffmpeg.global.avfilter",
          "org.bytedeco.ffmpeg.global.swscale");

  private WarmUp() {}

  /** Takes the main class to run and its arguments. */
  public static void main(String[] arguments) throws ReflectiveOperationException {
    for (String library : LIBRARIES) {
      Class.forName(library);
    }
    String[] rest = Arrays.copyOfRange(arguments, 1, arguments.length);
    Class.forName(arguments[0]).getMethod("main", String[].class).invoke(null, (Object) rest);
  }
}
