package dev.reelway.cli.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.time.Rational;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PosterChoiceTest {

  @ParameterizedTest
  @CsvSource({"12, 12", "12.5, 25/2", "2:03, 123", "1:02:03.040, 93076/25"})
  void of_instant_isThatManySeconds(String text, String seconds) {
    assertThat(PosterChoice.of(text).seconds()).contains(Rational.parse(seconds));
    assertThat(PosterChoice.of(text).jpeg()).isEmpty();
  }

  @Test
  void of_jpegFile_isItsBytes(@TempDir Path folder) throws IOException {
    byte[] jpeg = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xd9};
    Path file = Files.write(folder.resolve("still.jpg"), jpeg);

    assertThat(PosterChoice.of(file.toString()).jpeg()).contains(jpeg);
    assertThat(PosterChoice.of(file.toString()).seconds()).isEmpty();
  }

  @Test
  void of_somethingElse_isRefused(@TempDir Path folder) throws IOException {
    Path text = Files.writeString(folder.resolve("poster.txt"), "not a picture");

    assertThatThrownBy(() -> PosterChoice.of(text.toString()))
        .isInstanceOf(ReelwayException.class)
        .hasMessageContaining("is not a JPEG file");
    assertThatThrownBy(() -> PosterChoice.of(folder.resolve("none.jpg").toString()))
        .isInstanceOf(ReelwayException.class)
        .hasMessageContaining("cannot be read");
  }
}
