package dev.reelway.conformance.fault;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.reelway.conformance.check.PackageCheck;
import dev.reelway.conformance.place.MapPlace;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Whatever the bytes are, there is a verdict. {@code -Dreelway.fuzz=N} damages N packages instead
 * of a few hundred, {@code -Dreelway.fuzz.first=M} others than the first.
 */
final class FuzzTest {
  private static final PackageCheck CHECK = new PackageCheck(List.of(new PlainList()));
  private static final int HEAD_BYTES = 900;

  @Test
  void check_randomDamage_alwaysEnds() {
    int rounds = Integer.getInteger("reelway.fuzz", 300);
    MapPlace good = SmallPackage.load();
    List<String> paths =
        good.files().keySet().stream().filter(path -> !path.equals(SmallPackage.LIST)).toList();
    int first = Integer.getInteger("reelway.fuzz.first", 0);
    for (int seed = first; seed < first + rounds; seed++) {
      Random random = new Random(seed);
      String path = paths.get(random.nextInt(paths.size()));
      byte[] bytes = good.files().get(path);
      MapPlace place = SmallPackage.only(good, path);
      place.put(path, damaged(bytes, random));

      assertThatCode(() -> CHECK.check(place))
          .as("seed %s, %s", seed, path)
          .doesNotThrowAnyException();
    }
  }

  /** Mostly in the heads, where the numbers are. */
  private static byte[] damaged(byte[] bytes, Random random) {
    byte[] damaged = bytes.clone();
    for (int i = 0; i <= random.nextInt(4); i++) {
      int at = random.nextInt(Math.min(HEAD_BYTES, damaged.length));
      damaged[at] = random.nextBoolean() ? (byte) random.nextInt() : (byte) -random.nextInt(2);
    }
    boolean cut = random.nextInt(8) == 0;
    return cut ? java.util.Arrays.copyOf(damaged, random.nextInt(damaged.length)) : damaged;
  }
}
