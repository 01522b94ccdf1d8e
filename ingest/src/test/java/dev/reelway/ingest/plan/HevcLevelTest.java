package dev.reelway.ingest.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.time.FrameRate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HevcLevelTest {

  @ParameterizedTest
  @CsvSource({
    "128, 96, 15, 120000, 10",
    "426, 240, 30, 400000, 20",
    "640, 360, 30, 1000000, 21",
    "854, 480, 30, 1500000, 30",
    "960, 540, 30, 2000000, 30",
    "1280, 720, 24000/1001, 3000000, 31",
    "1280, 720, 50, 3000000, 40",
    "1920, 1080, 24, 6000000, 40",
    "1920, 1080, 30, 12000000, 40",
    "1920, 1080, 60000/1001, 6000000, 41",
    "1080, 1920, 60, 6000000, 41", // portrait
    "1080, 1080, 60, 6000000, 41", // square
    "3840, 2160, 24, 16000000, 50",
    "2160, 3840, 30, 16000000, 50",
    "3840, 2160, 60, 20000000, 51",
    "3840, 2160, 120, 20000000, 52",
    "7680, 4320, 30, 60000000, 60",
    "7680, 4320, 60, 80000000, 61",
    "7680, 4320, 120, 80000000, 62",
    // In the main tier, more bits need a higher level.
    "1920, 1080, 24, 12000001, 41",
    "1920, 1080, 24, 25000000, 50",
    "3840, 2160, 24, 25000001, 51",
    "3840, 2160, 60, 50000000, 52",
    "7680, 4320, 60, 130000000, 62",
    // A side longer than the root of eight times MaxLumaPs.
    "4096, 96, 25, 1000000, 40",
    "96, 4096, 25, 1000000, 40",
    // Coded sizes are whole coding blocks of 8 × 8.
    "1280, 768, 25, 1000000, 31",
    "1282, 766, 25, 1000000, 40"
  })
  void lowestFor_size_matchesTablesA8AndA9(
      int width, int height, String rate, long bits, int level) {
    LevelNeed need = new LevelNeed(new Size(width, height), FrameRate.parse(rate), bits, bits);
    assertThat(HevcLevel.lowestFor(need).orElseThrow().number()).isEqualTo(level);
  }

  @Test
  void lowestFor_beyondAllLevels_isEmpty() {
    LevelNeed fast = new LevelNeed(new Size(8192, 4320), FrameRate.of(1000, 1), 1000, 1000);
    LevelNeed rich = new LevelNeed(new Size(1920, 1080), FrameRate.of(25, 1), 240_000_001, 1000);
    assertThat(HevcLevel.lowestFor(fast)).isEmpty();
    assertThat(HevcLevel.lowestFor(rich)).isEmpty();
  }
}
