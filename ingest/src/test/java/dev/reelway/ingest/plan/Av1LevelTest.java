package dev.reelway.ingest.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.time.FrameRate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Av1LevelTest {

  @ParameterizedTest
  @CsvSource({
    "426, 240, 30, 400000, 20",
    "640, 360, 30, 800000, 21",
    "854, 480, 30, 1500000, 30",
    "960, 540, 30, 2000000, 30",
    "1280, 720, 24000/1001, 3000000, 31",
    "1280, 720, 50, 3000000, 40",
    "1920, 1080, 24, 6000000, 40",
    "1920, 1080, 60000/1001, 6000000, 41",
    "1080, 1920, 60, 6000000, 41", // portrait
    "3840, 2160, 24, 16000000, 50",
    "2160, 3840, 30, 16000000, 50",
    "3840, 2160, 60, 20000000, 51",
    "3840, 2160, 120, 20000000, 52",
    "7680, 4320, 30, 60000000, 60",
    "4320, 7680, 30, 60000000, 60",
    "7680, 4320, 60, 80000000, 61",
    "7680, 4320, 120, 80000000, 62",
    // In the main tier, more bits need a higher level.
    "426, 240, 30, 1500001, 21",
    "1920, 1080, 24, 12000001, 41",
    "1920, 1080, 24, 25000000, 50",
    "3840, 2160, 24, 30000001, 51",
    "7680, 4320, 60, 130000000, 62",
    // Longest sides.
    "2400, 60, 25, 400000, 21",
    "64, 1200, 25, 400000, 21"
  })
  void lowestFor_size_matchesAnnexA3(int width, int height, String rate, long bits, int level) {
    LevelNeed need = new LevelNeed(new Size(width, height), FrameRate.parse(rate), bits, bits);
    assertThat(Av1Level.lowestFor(need).orElseThrow().number()).isEqualTo(level);
  }

  @Test
  void lowestFor_beyondAllLevels_isEmpty() {
    LevelNeed fast = new LevelNeed(new Size(8192, 4320), FrameRate.of(1000, 1), 1000, 1000);
    LevelNeed rich = new LevelNeed(new Size(1920, 1080), FrameRate.of(25, 1), 160_000_001, 1000);
    assertThat(Av1Level.lowestFor(fast)).isEmpty();
    assertThat(Av1Level.lowestFor(rich)).isEmpty();
  }
}
