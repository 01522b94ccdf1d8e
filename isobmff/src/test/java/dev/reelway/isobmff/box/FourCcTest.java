package dev.reelway.isobmff.box;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FourCcTest {
  @Test
  void toString_letters_givesThemBack() {
    assertThat(FourCc.of("url ")).hasToString("url ");
  }

  @Test
  void toString_unprintable_isEscaped() {
    assertThat(new FourCc(0x00616263)).hasToString("\\x00abc");
  }

  @Test
  void of_notFourLetters_isRefused() {
    assertThatThrownBy(() -> FourCc.of("moo")).isInstanceOf(IllegalArgumentException.class);
  }
}
