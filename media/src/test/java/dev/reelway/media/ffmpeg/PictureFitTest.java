package dev.reelway.media.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.time.Rational;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureFitTest {

  @ParameterizedTest
  @CsvSource({
    "16/9, 1280, 720", // the title's own shape
    "720/404, 1280, 720", // the same but for an even size
    "4/3, 960, 720", // bars at the sides
    "1, 720, 720",
    "64/27, 1280, 540", // bars above and below
    "9/16, 406, 720",
    "1000, 1280, 2"
  })
  void of_shape_keepsItInsideTheRung(String shape, int width, int height) {
    Rational title = new Rational(16, 9);

    assertThat(PictureFit.of(Rational.parse(shape), title, 1280, 720))
        .isEqualTo(new PictureFit(width, height));
  }
}
