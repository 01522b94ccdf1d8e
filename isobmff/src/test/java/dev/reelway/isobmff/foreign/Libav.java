package dev.reelway.isobmff.foreign;

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

/** Runs the command-line programs that come with the natives, in a folder of the test. */
final class Libav {
  private final Path folder;

  Libav(Path folder) {
    this.folder = folder;
  }

  /** Runs ffmpeg; any warning fails the test, because damage is often only a warning. */
  void ffmpeg(String arguments) throws IOException, InterruptedException {
    run(Loader.load(ffmpeg.class), "-v warning -y " + arguments);
  }

  /** Runs ffmpeg on a raw stream, whose missing index is worth a warning to it but not to us. */
  void ffmpegOnRaw(String arguments) throws IOException, InterruptedException {
    run(Loader.load(ffmpeg.class), "-v error -y " + arguments);
  }

  /** Lists the packets of the file's only stream. */
  List<ProbedPacket> packets(String file) throws IOException, InterruptedException {
    String fields = "-v warning -show_entries packet=pts,dts,duration,size,pos,flags -of csv=p=0 ";
    return run(Loader.load(ffprobe.class), fields + file)
        .lines()
        .filter(line -> !line.isBlank())
        .map(ProbedPacket::parse)
        .toList();
  }

  /** Gives one line per stream with the asked entries. */
  String stream(String file, String entries) throws IOException, InterruptedException {
    return run(
            Loader.load(ffprobe.class),
            "-v warning -show_entries stream=" + entries + " -of csv=p=0 " + file)
        .strip();
  }

  private String run(String program, String arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(program, "-hide_banner"));
    command.addAll(List.of(arguments.split(" ")));
    Path errors = folder.resolve("errors.txt");
    ProcessBuilder builder = new ProcessBuilder(command);
    // The libraries' own run path does not reach the libva beside them.
    builder.environment().put("LD_LIBRARY_PATH", Path.of(program).getParent().toString());
    Process process = builder.directory(folder.toFile()).redirectError(errors.toFile()).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int status = process.waitFor();
    assertThat(Files.readString(errors)).as(arguments).isEmpty();
    assertThat(status).as(arguments).isZero();
    return output;
  }
}
