package dev.reelway.ingest.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.master.Finding;
import dev.reelway.contracts.master.FindingCode;
import dev.reelway.contracts.master.Inspection;
import dev.reelway.contracts.master.SourceOptions;
import dev.reelway.contracts.master.StreamTags;
import dev.reelway.contracts.master.TrackRole;
import dev.reelway.contracts.time.FrameRate;
import dev.reelway.ingest.Scans;
import dev.reelway.media.scan.CaptionScan;
import dev.reelway.media.scan.MasterScan;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetaggingTest {

  private static final MasterScan SCAN =
      Scans.of(
          Scans.picture(FrameRate.of(24, 1), 10),
          Scans.sound(1, "und", 10),
          Scans.sound(2, "und", 10),
          Scans.text(3, "subrip", "und"),
          Scans.captions(4, "und", new CaptionScan(List.of(1, 3), "")));

  private static StreamTags tags(int stream, String language, TrackRole role, String name) {
    return new StreamTags(stream, Optional.of(language), Optional.of(role), Optional.of(name));
  }

  private static Inspection fresh(List<StreamTags> said) {
    return Scans.inspect(
        SCAN, new SourceOptions(false, OptionalInt.empty(), said, List.of(), false));
  }

  @Test
  void of_allThatIsSaid_givesWhatAFreshLookGives() {
    List<StreamTags> said =
        List.of(
            tags(1, "pt-BR", TrackRole.DUB, "Dublado"),
            tags(3, "de", TrackRole.FORCED, "Nur Schilder"),
            tags(4, "fr", TrackRole.SDH, "Sourds"));

    Inspection told = Retagging.of(fresh(List.of()), said);

    Inspection wanted = fresh(said);
    assertThat(told.withFindings(List.of())).isEqualTo(wanted.withFindings(List.of()));
    assertThat(told.findings()).containsExactlyInAnyOrderElementsOf(wanted.findings());
    assertThat(Retagging.of(told, said)).isSameAs(told);
  }

  @Test
  void of_theLastMissingLanguage_endsTheFinding() {
    List<StreamTags> said =
        List.of(tags(1, "en", TrackRole.MAIN, "A"), tags(2, "de", TrackRole.DUB, "B"));

    Inspection told = Retagging.of(fresh(List.of()), said);

    assertThat(told.findings())
        .filteredOn(finding -> finding.code().equals(FindingCode.LANGUAGE_MISSING.code()))
        .extracting(Finding::message)
        .noneMatch(message -> message.startsWith("Sound"));
  }

  @ParameterizedTest
  @CsvSource({"0, main, no usable sound or text stream", "1, sdh, cannot have the role 'sdh'"})
  void of_whatDoesNotFit_isRefused(int stream, String role, String message) {
    StreamTags said =
        new StreamTags(
            stream, Optional.empty(), Optional.of(TrackRole.parse(role)), Optional.empty());
    assertThatThrownBy(() -> Retagging.of(fresh(List.of()), List.of(said)))
        .isInstanceOf(ReelwayException.class)
        .hasMessageContaining(message);
  }
}
