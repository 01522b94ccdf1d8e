package dev.reelway.conformance.manifest;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

/**
 * A few thousand damaged manifests. {@code -Dreelway.fuzz=N} damages N, {@code
 * -Dreelway.fuzz.first=M} others than the first; {@link ManifestFuzz#main} tells the slowest.
 */
final class ManifestFuzzTest {
  private static final int RUNS = 3000;

  @Test
  void check_damagedTexts_neverThrows() {
    long runs = Long.getLong("reelway.fuzz", RUNS);
    long first = Long.getLong("reelway.fuzz.first", 0);
    assertThatCode(
            () -> {
              for (long seed = first; seed < first + runs; seed++) {
                ManifestFuzz.run(seed);
              }
            })
        .doesNotThrowAnyException();
  }
}
