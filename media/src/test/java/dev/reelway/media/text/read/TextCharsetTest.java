package dev.reelway.media.text.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.media.testing.MemoryMaster;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextCharsetTest {

  private static final String GERMAN = "Größe – „Über“ Maß";

  private static byte[] file(String text, Charset charset) {
    return ("1\n00:00:01,000 --> 00:00:02,000\n" + text + "\n").getBytes(charset);
  }

  private static String words(byte[] bytes, String language) throws IOException {
    Optional<TextFile> file = TextFile.read(new MemoryMaster(bytes), "x.srt", language);
    return file.orElseThrow().content().cues().get(0).text();
  }

  @ParameterizedTest
  @CsvSource({"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE"})
  void read_unicodeOfAnyForm_isRecognised(String charset) throws IOException {
    assertThat(words(file(GERMAN, Charset.forName(charset)), "und")).isEqualTo(GERMAN);
  }

  @Test
  void read_utf8WithMark_isRecognised() throws IOException {
    assertThat(
            words(
                ("\ufeff" + new String(file("ä", StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                    .getBytes(StandardCharsets.UTF_8),
                "und"))
        .isEqualTo("ä");
  }

  @ParameterizedTest
  @CsvSource({
    "de, windows-1252, Größe – „Über“ Maß",
    "und, windows-1252, C’est là-bas où naît l’été",
    "pl, windows-1250, Zażółć gęślą jaźń",
    "rus, windows-1251, Съешь ещё этих булок",
    "el, windows-1253, Γειά σου Κόσμε",
    "tr, windows-1254, Şimdi değil ağabey"
  })
  void read_codePageOfTheLanguage_isTaken(String language, String charset, String text)
      throws IOException {
    assertThat(words(file(text, Charset.forName(charset)), language)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "und, windows-1251, Съешь же ещё этих мягких французских булок",
    "und, windows-1250, Zażółć gęślą jaźń",
    "ja, Shift_JIS, こんにちは世界",
    "und, Shift_JIS, こんにちは世界"
  })
  void read_lettersThatCannotBeTold_areRefused(String language, String charset, String text) {
    byte[] bytes = file(text, Charset.forName(charset));
    assertThatThrownBy(() -> words(bytes, language))
        .isInstanceOfSatisfying(
            ReelwayException.class,
            e -> assertThat(e.kind()).isEqualTo(FailureKind.MASTER_UNSUPPORTED))
        .hasMessageContaining("save it as UTF-8");
  }

  @Test
  void read_mediaFile_isNoText() throws IOException {
    byte[] bytes = {0, 0, 0, 24, 'f', 't', 'y', 'p', 'i', 's', 'o', 'm', 1, 2, 3, 4};
    assertThat(TextFile.read(new MemoryMaster(bytes), "x", "und")).isEmpty();
    assertThat(TextFile.read(new MemoryMaster(new byte[0]), "x", "und")).isEmpty();
  }
}
