package dev.reelway.cli.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.ffmpeg;
import org.bytedeco.ffmpeg.ffprobe;
import org.bytedeco.javacpp.Loader;

/** The command-line programs that come with the natives: they make masters and read packages. */
final class FFmpegProgram {

  private FFmpegProgram() {}

  /** Runs ffmpeg in {@code folder}; one warning fails the test. Gives what it printed. */
  static String ffmpeg(Path folder, String arguments) throws IOException, InterruptedException {
    return run(Loader.load(ffmpeg.class), folder, "-nostdin -y -v warning " + arguments);
  }

  /** Runs ffprobe in {@code folder}; one warning fails the test. Gives what it printed. */
  static String ffprobe(Path folder, String arguments) throws IOException, InterruptedException {
    return run(Loader.load(ffprobe.class), folder, "-v warning -of csv=p=0 " + arguments);
  }

  private static String run(String program, Path folder, String arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(program, "-hide_banner"));
    command.addAll(List.of(arguments.split(" ")));
    Path errors = Files.createTempFile("ffmpeg", ".txt");
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    // Its libraries lie beside it, but not all of them look for each other there.
    builder.environment().put("LD_LIBRARY_PATH", Path.of(program).getParent().toString());
    Process process = builder.redirectError(errors.toFile()).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int status = process.waitFor();
    assertThat(Files.readString(errors)).as("warnings of FFmpeg at %s", arguments).isEmpty();
    assertThat(status).as("exit status of FFmpeg at %s", arguments).isZero();
    Files.delete(errors);
    return output;
  }
}
