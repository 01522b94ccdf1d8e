package dev.reelway.isobmff;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleTest {
  @ParameterizedTest
  @CsvSource({
    "-1,         0,  0,          duration",
    "4294967296, 0,  0,          duration",
    "1,          -1, 0,          negative size",
    "1,          0,  2147483648, offset beyond"
  })
  void new_valueNoRunCanCarry_isRefused(long duration, int size, long offset, String fault) {
    assertThatThrownBy(() -> new Sample(duration, size, offset, true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(fault);
  }
}
