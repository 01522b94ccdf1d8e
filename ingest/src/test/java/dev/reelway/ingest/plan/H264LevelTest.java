package dev.reelway.ingest.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.time.FrameRate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class H264LevelTest {

  @ParameterizedTest
  @CsvSource({
    "1920, 1080, 25, 6000000, 40",
    "1920, 1080, 30000/1001, 6000000, 40",
    "1920, 1080, 60, 6000000, 42",
    "1920, 1080, 30, 30000000, 41",
    "1280, 720, 30, 3400000, 31",
    "1280, 720, 60, 3400000, 32",
    "960, 540, 30, 2000000, 31",
    "854, 480, 30, 1500000, 31",
    "720, 480, 30, 1500000, 30",
    "640, 360, 30, 730000, 30",
    "426, 240, 30, 400000, 21",
    "352, 288, 30, 400000, 13",
    "3840, 2160, 30, 20000000, 51",
    "3840, 2160, 60, 20000000, 52",
    "7680, 4320, 30, 90000000, 60",
    "176, 144, 15, 64000, 10",
    "4096, 96, 25, 1000000, 40"
  })
  void lowestFor_size_matchesTableA1(int width, int height, String rate, long bits, int level) {
    LevelNeed need = new LevelNeed(new Size(width, height), FrameRate.parse(rate), bits, bits);
    assertThat(H264Level.lowestFor(need).orElseThrow().number()).isEqualTo(level);
  }

  @Test
  void lowestFor_beyondAllLevels_isEmpty() {
    LevelNeed need = new LevelNeed(new Size(8192, 4320), FrameRate.of(1000, 1), 1000, 1000);
    assertThat(H264Level.lowestFor(need)).isEmpty();
  }
}
