package dev.reelway.transcode;

import dev.reelway.media.testing.FfmpegProgram;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Masters that FFmpeg makes during a test, from its own test pictures. */
final class MadeMasters {

  private final Path folder;

  MadeMasters(Path folder) {
    this.folder = folder;
  }

  /** A master called {@code name}, made of an FFmpeg source with these output options. */
  Path of(String name, String source, String... output) {
    return with(name, List.of("-f", "lavfi", "-i", source), output);
  }

  /** A master made of these inputs with these output options. */
  Path with(String name, List<String> input, String... output) {
    Path file = folder.resolve(name);
    List<String> words = new ArrayList<>(input);
    words.addAll(List.of(output));
    words.addAll(List.of("-bitexact", file.toString()));
    FfmpegProgram.run(words);
    return file;
  }

  /** The bytes of several files, one after the other. */
  Path joined(String name, Path... files) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (Path file : files) {
      all.writeBytes(Files.readAllBytes(file));
    }
    return Files.write(folder.resolve(name), all.toByteArray());
  }
}
