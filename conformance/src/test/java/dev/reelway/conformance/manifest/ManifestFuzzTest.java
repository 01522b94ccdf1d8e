package dev.reelway.conformance.manifest;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

/** A few thousand damaged manifests; {@link ManifestFuzz#main} runs as many as you like. */
final class ManifestFuzzTest {
  private static final int RUNS = 3000;

  @Test
  void check_damagedTexts_neverThrows() {
    assertThatCode(
            () -> {
              for (long seed = 0; seed < RUNS; seed++) {
                ManifestFuzz.run(seed);
              }
            })
        .doesNotThrowAnyException();
  }
}
