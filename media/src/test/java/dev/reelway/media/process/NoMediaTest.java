package dev.reelway.media.process;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NoMediaTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PK\u0003\u0004…            | ZIP archive; unpack it",
        "%PDF-1.7                  | PDF document; export a film",
        "....ftypheic....          | still picture (HEIC)",
        "MM\u0000*....              | still picture (TIFF)",
        "\u0089PNG....IHDR....IDAT  | still picture (PNG)",
        "<!DOCTYPE html><html>     | a web page",
        "{ \"error\": \"not found\" } | JSON",
        "<?xml version='1.0'?><!DOCTYPE fcpxml> | project of an editing system",
        "<svg width='9'>           | drawing (SVG)",
        "WEBVTT                    | subtitle file",
        "1 00:00:01,000 --> 00:00:02,000 | subtitle file"
      })
  void refuse_otherKindOfFile_namesIt(String head, String words) {
    assertThatExceptionOfType(ReelwayException.class)
        .isThrownBy(() -> refuse(head))
        .withMessageStartingWith("The file is not a film but ")
        .withMessageContaining(words)
        .matches(refusal -> refusal.kind() == FailureKind.MASTER_UNSUPPORTED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u00ef\u00bb\u00bf#EXTM3U\n",
        "# my films\nfile 'one.ts'\nfile 'two.ts'\n",
        "<asx version='3.0'><entry>",
        "<?xml version='1.0'?>\n<smil>",
        "<?xml version='1.0'?><!-- made by hand --><playlist xmlns='http://xspf.org/ns/0/'>"
      })
  void refuse_listOfOtherFiles_saysSo(String head) {
    assertThatExceptionOfType(ReelwayException.class)
        .isThrownBy(() -> refuse(head))
        .matches(refusal -> refusal.kind() == FailureKind.MASTER_IS_A_PLAYLIST);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "....ftypisom",
        "....ftypavis", // moving pictures in AVIF
        "\u0089PNG....IHDR....acTL", // an animation
        "RIFF....AVI LIST",
        "\u001aE\u00df\u00a3",
        "GIF89a",
        "\u00ff\u00d8\u00ff\u00e0" // may be Motion JPEG
      })
  void refuse_whatMayBeMedia_doesNot(String head) {
    assertThatNoException().isThrownBy(() -> refuse(head));
  }

  private static void refuse(String head) {
    NoMedia.refuse(head.getBytes(ISO_8859_1));
  }
}
