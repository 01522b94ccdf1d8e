package dev.reelway.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.master.Finding;
import dev.reelway.contracts.master.FindingCode;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class FindingsTextTest {

  @Test
  void lines_allKinds_conversionsFirstAndWarningsWithAdviceLast() {
    List<Finding> findings =
        List.of(
            Finding.of(FindingCode.SILENT_TRACK, "Sound track 1 is silent."),
            Finding.of(FindingCode.BARS, "There are bars."),
            Finding.of(FindingCode.ROTATED, "The picture is turned."));

    assertThat(FindingsText.lines(findings))
        .containsExactly(
            "To do    The picture is turned. [ROTATED]",
            "Note     There are bars. [BARS]",
            "Warning  Sound track 1 is silent. [SILENT_TRACK]",
            "         → " + FindingCode.SILENT_TRACK.advice());
  }

  @Test
  void lines_manyOfACode_areShortened() {
    List<Finding> findings =
        IntStream.range(0, 8)
            .mapToObj(i -> Finding.of(FindingCode.SILENT_TRACK, "Track " + i + " is silent."))
            .toList();

    assertThat(FindingsText.lines(findings))
        .hasSize(5)
        .contains("         … and 5 more like this.");
  }

  @Test
  void linesBeyond_findingThatWasToldBefore_isNotToldAgain() {
    Finding silent = Finding.of(FindingCode.SILENT_TRACK, "Sound track 1 is silent.");
    Finding mixed = Finding.of(FindingCode.SOUND_MIXED, "Sound track 1 is mono.");

    assertThat(FindingsText.linesBeyond(List.of(silent), List.of(silent, mixed)))
        .containsExactly("To do    Sound track 1 is mono. [SOUND_MIXED]");
  }

  @Test
  void lines_codeOfAnotherVersion_isShownByItsSeverity() {
    assertThat(FindingsText.lines(List.of(Finding.warning("NEWER", "Something is new."))))
        .containsExactly("Warning  Something is new. [NEWER]");
  }
}
