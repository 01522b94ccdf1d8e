package dev.reelway.cli.verify;

import dev.reelway.isobmff.box.BoxHeader;
import dev.reelway.isobmff.box.Boxes;
import dev.reelway.isobmff.box.ContainerBox;
import dev.reelway.isobmff.box.TrackRunBox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Changes bytes inside of samples, which no box tells. */
final class SampleDamage {

  /** Sees the bytes of the whole file and where one sample lies in them. */
  @FunctionalInterface
  interface Change {
    void apply(byte[] file, int from, int to);
  }

  private SampleDamage() {}

  /** Changes the sample {@code number}, from 0, of a segment with one fragment. */
  static void sample(Path segment, int number, Change change) throws IOException {
    byte[] bytes = Files.readAllBytes(segment);
    TrackRunBox run =
        Boxes.containers(Boxes.read(bytes, 0), ContainerBox.MOVIE_FRAGMENT)
            .get(0)
            .container(ContainerBox.TRACK_FRAGMENT)
            .require(TrackRunBox.class);
    int from =
        new String(bytes, StandardCharsets.ISO_8859_1).indexOf(BoxHeader.MEDIA_DATA.toString()) + 4;
    for (int i = 0; i < number; i++) {
      from += (int) run.entries().get(i).sizeBytes();
    }
    change.apply(bytes, from, from + (int) run.entries().get(number).sizeBytes());
    Files.write(segment, bytes);
  }

  /** Writes something else into the last part of the sample. */
  static Change tail(int share) {
    return (file, from, to) -> {
      for (int i = to - (to - from) / share; i < to; i++) {
        file[i] = (byte) (37 * i);
      }
    };
  }
}
