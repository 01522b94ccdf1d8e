package dev.reelway.ingest.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DownmixTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mono      | 2 | 0.71 / 0.71",
        "stereo    | 2 | 1 0 / 0 1",
        "downmix   | 2 | 1 0 / 0 1",
        "2.1       | 2 | 1 0 0 / 0 1 0",
        "3.0       | 2 | 1 0 0.71 / 0 1 0.71",
        "4.0       | 2 | 1 0 0.71 0.5 / 0 1 0.71 0.5",
        "quad      | 2 | 1 0 0.71 0 / 0 1 0 0.71",
        "5.1       | 2 | 1 0 0.71 0 0.71 0 / 0 1 0.71 0 0 0.71",
        "5.1(side) | 2 | 1 0 0.71 0 0.71 0 / 0 1 0.71 0 0 0.71",
        "7.1       | 2 | 1 0 0.71 0 0.71 0 0.71 0 / 0 1 0.71 0 0 0.71 0 0.71",
        "5.0 | 6 | 1 0 0 0 0 / 0 1 0 0 0 / 0 0 1 0 0 / 0 0 0 0 0 / 0 0 0 1 0 / 0 0 0 0 1"
      })
  void rows_layout_haveTheGainsOfBs775(String layout, int channels, String gains) {
    int count = (int) gains.split("/", -1)[0].strip().chars().filter(c -> c == ' ').count() + 1;
    assertThat(text(Downmix.rows(Speakers.of(layout, count), channels))).isEqualTo(gains);
  }

  @ParameterizedTest
  @CsvSource({
    "mono, 1, 2",
    "stereo, 2, 2",
    "quad, 4, 2",
    "5.0(side), 5, 6",
    "5.1, 6, 6",
    "7.1(wide), 8, 6",
    "6.1, 7, 8",
    "7.1, 8, 8",
    "7.1.4, 12, 8",
    "6 channels, 6, 6",
    "16 channels, 16, 2"
  })
  void richest_layout_isWhatItFills(String layout, int count, int expected) {
    assertThat(Downmix.richest(Speakers.of(layout, count))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3 channels (FL+FR+LFE) | 3 | FL FR LFE",
        "2 channels (FL+FL)     | 2 | FL FR",
        "4 channels             | 4 | FL FR BL BR",
        "ambisonic 1            | 4 | FL FR BL BR",
        "5.1                    | 2 | FL FR"
      })
  void speakers_unusualLayout_areFoundByNamesOrNumber(String layout, int count, String speakers) {
    assertThat(String.join(" ", Speakers.of(layout, count))).isEqualTo(speakers);
  }

  private static String text(List<List<Double>> rows) {
    return rows.stream()
        .map(row -> row.stream().map(DownmixTest::gain).collect(Collectors.joining(" ")))
        .collect(Collectors.joining(" / "));
  }

  private static String gain(double value) {
    return value == Math.rint(value)
        ? Integer.toString((int) value)
        : String.format(Locale.ROOT, "%.2f", value).replaceAll("0+$", "");
  }
}
