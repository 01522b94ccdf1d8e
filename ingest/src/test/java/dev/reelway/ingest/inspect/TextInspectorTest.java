package dev.reelway.ingest.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.reelway.contracts.master.Finding;
import dev.reelway.contracts.master.FindingCode;
import dev.reelway.contracts.master.Inspection;
import dev.reelway.contracts.master.Master;
import dev.reelway.contracts.master.OtherStream;
import dev.reelway.contracts.master.Sidecar;
import dev.reelway.contracts.master.SourceOptions;
import dev.reelway.contracts.master.StreamTags;
import dev.reelway.contracts.master.TextStream;
import dev.reelway.contracts.master.TrackRole;
import dev.reelway.contracts.time.FrameRate;
import dev.reelway.ingest.Scans;
import dev.reelway.media.scan.CaptionScan;
import dev.reelway.media.scan.MasterScan;
import dev.reelway.media.testing.MemoryMaster;
import dev.reelway.media.text.read.TextFile;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextInspectorTest {

  private static final FrameRate FILM = FrameRate.of(24, 1);

  private static SourceOptions options(List<StreamTags> streams, List<Sidecar> sidecars) {
    return new SourceOptions(false, OptionalInt.empty(), streams, sidecars, false);
  }

  private static Inspection inspect(String language, String text, Charset charset)
      throws IOException {
    Sidecar said =
        new Sidecar(
            "x.srt", "", Optional.of(language), Optional.of(TrackRole.SDH), Optional.empty());
    TextFile file =
        TextFile.read(new MemoryMaster(text.getBytes(charset)), "x.srt", language).orElseThrow();
    ScannedFile sidecar = ScannedFile.ofText(new Master("x.srt", 9, "cd".repeat(32)), file);
    MasterScan scan = Scans.of(Scans.picture(FILM, 10), Scans.sound(1, "eng", 10));
    return MasterInspector.inspect(
        new ScannedFile(Scans.MASTER, scan), List.of(sidecar), options(List.of(), List.of(said)));
  }

  @Test
  void inspect_streamsWithMarksAndTags_haveTheirRoles() {
    MasterScan scan =
        Scans.of(
            Scans.picture(FILM, 10),
            Scans.sound(1, "eng", 10),
            Scans.text(2, "subrip", "eng"),
            Scans.text(3, "mov_text", "ger", "forced"),
            Scans.text(4, "ass", "fre", "hearing_impaired"),
            Scans.text(5, "webvtt", "und"));
    StreamTags tags =
        new StreamTags(
            5, Optional.of("pt-BR"), Optional.of(TrackRole.COMMENTARY), Optional.of("X"));

    Inspection inspection = Scans.inspect(scan, options(List.of(tags), List.of()));

    assertThat(inspection.text())
        .extracting(TextStream::index, TextStream::language, TextStream::role)
        .containsExactly(
            tuple(2, "eng", TrackRole.MAIN),
            tuple(3, "deu", TrackRole.FORCED),
            tuple(4, "fra", TrackRole.SDH),
            tuple(5, "por", TrackRole.COMMENTARY));
    assertThat(inspection.others()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          hdmv_pgs_subtitle | Its subtitles are pictures; supply them as text, such as a WebVTT or SubRip file.
          dvb_subtitle      | Its subtitles are pictures; supply them as text, such as a WebVTT or SubRip file.
          dvd_subtitle      | Its subtitles are pictures; supply them as text, such as a WebVTT or SubRip file.
          dvb_teletext      | It is teletext; supply its subtitles as text, such as a WebVTT or SubRip file.
          arib_caption      | Its subtitle format is not read; supply it as a WebVTT or SubRip file.
          eia_608           | No text can be read in its captions.
          """)
  void inspect_unreadableSubtitles_areLeftOutWithWhatToSupply(String codec, String reason) {
    MasterScan scan =
        Scans.of(Scans.picture(FILM, 10), Scans.sound(1, "eng", 10), Scans.text(2, codec, "eng"));

    Inspection inspection = Scans.inspect(scan);

    assertThat(inspection.text()).isEmpty();
    assertThat(inspection.others()).extracting(OtherStream::reason).containsExactly(reason);
    assertThat(inspection.findings())
        .extracting(Finding::code)
        .contains(FindingCode.STREAM_LEFT_OUT.code());
  }

  @Test
  void inspect_captionTrack_hasATrackForEachChannelWithText() {
    MasterScan scan =
        Scans.of(
            Scans.picture(FILM, 10), Scans.captions(1, "fre", new CaptionScan(List.of(1, 3), "")));

    Inspection inspection = Scans.inspect(scan);

    assertThat(inspection.text())
        .containsExactly(
            new TextStream(0, 1, 1, "eia_608", "fra", "CC1", TrackRole.SDH, false),
            new TextStream(0, 1, 3, "eia_608", "und", "CC3", TrackRole.SDH, false));
    assertThat(inspection.others()).isEmpty();
  }

  @Test
  void inspect_captionsOfAnotherForm_areNamedUnlessTheyAccompanyReadOnes() {
    Inspection alone = captionedPicture(new CaptionScan(List.of(), "CEA-708"));
    Inspection both = captionedPicture(new CaptionScan(List.of(1), "CEA-708"));

    assertThat(alone.findings())
        .extracting(Finding::message)
        .contains(
            "The picture has CEA-708 captions, which are not read; supply them as a WebVTT or"
                + " SubRip file.");
    assertThat(both.findings()).extracting(Finding::code).doesNotContain("CAPTIONS_NOT_READ");
    assertThat(both.text()).extracting(TextStream::captionChannel).containsExactly(1);
  }

  private static Inspection captionedPicture(CaptionScan captions) {
    return Scans.inspect(Scans.of(Scans.picture(FILM, 10).captions(captions)));
  }

  @Test
  void inspect_fileBesideTheMaster_isATrackOfItsOwn() throws IOException {
    Inspection inspection =
        inspect("de", "1\n00:00:01,000 --> 00:00:02,000\nJa\n", StandardCharsets.UTF_8);

    assertThat(inspection.text())
        .containsExactly(new TextStream(1, 0, 0, "subrip", "deu", "", TrackRole.SDH, false));
    assertThat(inspection.findings()).extracting(Finding::code).doesNotContain("TEXT_EMPTY");
  }

  @Test
  void inspect_fileWithFaults_saysWhichAndWhere() throws IOException {
    Inspection inspection =
        inspect(
            "de",
            "1\n00:00:02,000 --> 00:00:01,000\nNein\n\n2\n00:59:00,000 --> 00:59:01,000\nSpät\n",
            Charset.forName("windows-1252"));

    assertThat(inspection.findings())
        .extracting(Finding::code)
        .contains("TEXT_CHARSET_ASSUMED", "TEXT_MALFORMED", "TEXT_EMPTY", "TEXT_OUTSIDE_TITLE");
    assertThat(inspection.findings())
        .extracting(Finding::message)
        .anyMatch(message -> message.contains("Line 2: the text ends before it starts."));
  }
}
