package dev.reelway.isobmff.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.isobmff.Examples;
import dev.reelway.isobmff.box.BoxException;
import dev.reelway.isobmff.box.Boxes;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Damages a good file in every way at hand; readers must answer with a box exception or a result.
 */
class FuzzTest {
  private static final long SEED = 20_260_101;
  private static final int ROUNDS = 6_000;
  private static final byte[] EXTREMES = {0, 1, 7, 8, 0x7f, -128, -1};

  @Test
  @Timeout(600) // it ends at all
  void read_damagedFile_throwsNothingButBoxException() throws IOException {
    byte[] video = Examples.videoFile();
    byte[] audio = Examples.audioInit().toBytes();
    Random random = new Random(SEED);

    int refused = 0;
    for (int round = 0; round < ROUNDS; round++) {
      byte[] damaged = damage(random, round % 3 == 0 ? audio : video);
      refused += readsAll(damaged) ? 0 : 1;
    }

    assertThat(refused).isBetween(ROUNDS / 10, ROUNDS);
  }

  private static boolean readsAll(byte[] file) throws IOException {
    TopLevelWalk.of(ByteSource.of(file));
    boolean boxes = reads(() -> Boxes.read(file, 0));
    boolean scan = reads(() -> FragmentedFile.read(ByteSource.of(file)));
    boolean description = reads(() -> TrackDescription.of(file));
    return boxes && scan && description;
  }

  private static boolean reads(Reading reading) throws IOException {
    try {
      reading.read();
      return true;
    } catch (BoxException e) {
      assertThat(e).hasMessageContaining("at byte");
      return false;
    }
  }

  private static byte[] damage(Random random, byte[] good) {
    byte[] bytes = good.clone();
    int places = 1 + random.nextInt(4);
    for (int i = 0; i < places; i++) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] = (byte) random.nextInt();
        case 1 -> bytes[at] = EXTREMES[random.nextInt(EXTREMES.length)];
        case 2 -> Arrays.fill(bytes, at, Math.min(bytes.length, at + 4), (byte) -1);
        default -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
      }
    }
    return bytes;
  }

  private interface Reading {
    void read() throws IOException;
  }
}
