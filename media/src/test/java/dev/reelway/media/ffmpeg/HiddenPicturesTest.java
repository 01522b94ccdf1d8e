package dev.reelway.media.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HiddenPicturesTest {

  @ParameterizedTest
  @CsvSource({
    "0b10000010, 0x00, false, key picture",
    "0b10000110, 0x00, false, shown picture between key pictures",
    "0b10000100, 0x00, true, picture kept for reference only",
    "0b10000100, 0xc1, false, superframe that begins with a hidden picture",
    "0b10001000, 0x00, false, a picture of before is shown",
    "0b10110011, 0x00, false, shown picture of profile 3",
    "0b10110010, 0x00, true, hidden picture of profile 3",
  })
  void hiddenVp9_packet_saysWhetherSomethingIsShown(
      String first, String last, boolean hidden, String what) {
    int firstByte = Integer.parseInt(first.substring(2), 2);

    assertThat(HiddenPictures.hiddenVp9(firstByte, Integer.decode(last)))
        .as(what)
        .isEqualTo(hidden);
  }

  @Test
  void hiddenVp8_bitOfShowFrame_decides() {
    assertThat(HiddenPictures.hiddenVp8(0x10)).isFalse();
    assertThat(HiddenPictures.hiddenVp8(0x01)).isTrue();
  }
}
