package dev.reelway.ingest.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.master.AudioStream;
import dev.reelway.contracts.master.Finding;
import dev.reelway.contracts.master.Inspection;
import dev.reelway.contracts.master.Master;
import dev.reelway.contracts.master.Sidecar;
import dev.reelway.contracts.master.SourceOptions;
import dev.reelway.contracts.master.StreamTags;
import dev.reelway.contracts.master.TrackRole;
import dev.reelway.contracts.time.FrameRate;
import dev.reelway.contracts.time.Rational;
import dev.reelway.ingest.PictureScan;
import dev.reelway.ingest.Scans;
import dev.reelway.ingest.SoundScan;
import dev.reelway.media.scan.MasterScan;
import dev.reelway.media.scan.StreamScan;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoundInspectorTest {

  @ParameterizedTest
  @CsvSource({
    "'', '', main, ''",
    "comment, '', commentary, ''",
    "visual_impaired, '', description, ''",
    "descriptions, '', description, ''",
    "dub, '', dub, ''",
    "hearing_impaired, '', main, ''",
    "'', SoundHandler, main, ''",
    "'', 'L-SMASH Audio Handler', main, ''",
    "'', 'Core Media Audio', main, ''",
    "'', 'Track 2', main, ''",
    "'', 'Director''s Commentary', commentary, 'Director''s Commentary'",
    "'', 'English Audio Description', description, 'English Audio Description'",
    "'', 'Hörfilmfassung', description, Hörfilmfassung",
    "comment, 'Regie', commentary, Regie"
  })
  void inspect_container_tellsRoleAndName(
      String disposition, String title, String role, String name) {
    StreamScan stream =
        new SoundScan(1).marked(disposition.isEmpty() ? "none" : disposition).title(title).build();

    AudioStream audio = Scans.inspect(new PictureScan(), stream).audio().get(0);

    assertThat(audio.role()).isEqualTo(TrackRole.parse(role));
    assertThat(audio.name()).isEqualTo(name);
  }

  @Test
  void inspect_submitter_isRightAgainstTheContainer() {
    SourceOptions options =
        options(
            List.of(
                new StreamTags(
                    1, Optional.of("pt-BR"), Optional.of(TrackRole.DUB), Optional.of("Dublado"))));

    AudioStream audio =
        Scans.inspect(
                Scans.of(new PictureScan(), new SoundScan(1).language("eng").build()), options)
            .audio()
            .get(0);

    assertThat(audio.language()).isEqualTo("pt-BR");
    assertThat(audio.role()).isEqualTo(TrackRole.DUB);
    assertThat(audio.name()).isEqualTo("Dublado");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | main | Stream 0 of 'film.mov' is no usable sound or text stream; these are: 1, 2.",
        "7 | main | Stream 7 of 'film.mov' is no usable sound or text stream; these are: 1, 2.",
        "1 | sdh  | A sound track cannot have the role 'sdh'; main, dub, commentary and"
            + " description can."
      })
  void inspect_tagsThatDoNotFit_areRefused(int stream, String role, String message) {
    SourceOptions options =
        options(
            List.of(
                new StreamTags(
                    stream,
                    Optional.empty(),
                    Optional.of(TrackRole.parse(role.strip())),
                    Optional.empty())));
    MasterScan scan =
        Scans.of(new PictureScan(), new SoundScan(1).build(), new SoundScan(2).build());

    assertThatThrownBy(() -> Scans.inspect(scan, options))
        .hasMessage(message)
        .isInstanceOfSatisfying(
            ReelwayException.class,
            e -> assertThat(e.kind()).isEqualTo(FailureKind.REQUEST_INVALID));
  }

  @Test
  void inspect_soundFile_isOneMoreTrackThatStartsWithTheTitle() {
    StreamScan sound = new SoundScan(0).language("deu").isDefault().from(96_000).build();

    Inspection inspection = inspect(List.of(sound), Optional.of("fr"), Optional.of(TrackRole.DUB));

    assertThat(inspection.audio()).hasSize(2);
    AudioStream added = inspection.audio().get(1);
    assertThat(added.file()).isEqualTo(1);
    assertThat(added.language()).isEqualTo("fr");
    assertThat(added.role()).isEqualTo(TrackRole.DUB);
    assertThat(added.isDefault()).isFalse();
    assertThat(inspection.originOf(1)).isEqualTo(Rational.of(2));
    assertThat(inspection.originOf(0)).isEqualTo(inspection.originSeconds());
    assertThat(inspection.findings()).extracting(Finding::code).doesNotContain("SOUND_STARTS_LATE");
  }

  @Test
  void inspect_soundFileWithPicture_saysThatThePictureIsNotUsed() {
    Inspection inspection =
        inspect(
            List.of(new PictureScan().build(), new SoundScan(1).language("deu").build()),
            Optional.empty(),
            Optional.empty());

    assertThat(inspection.audio()).hasSize(2);
    assertThat(inspection.findings())
        .extracting(Finding::message)
        .contains("'dub.m4a' also holds a picture, which is not used.");
  }

  @Test
  void inspect_fileWithoutSoundOrText_isRefusedByName() {
    assertThatThrownBy(
            () -> inspect(List.of(new PictureScan().build()), Optional.empty(), Optional.empty()))
        .hasMessage("'dub.m4a' holds neither sound nor text that can be used.")
        .isInstanceOfSatisfying(
            ReelwayException.class,
            e -> assertThat(e.kind()).isEqualTo(FailureKind.MASTER_WITHOUT_MEDIA));
  }

  @Test
  void inspect_soundFileThatCannotBeDecoded_isRefusedByName() {
    StreamScan broken = Scans.sound(0, "deu", false, true, 0, 480_000);

    assertThatThrownBy(() -> inspect(List.of(broken), Optional.empty(), Optional.empty()))
        .hasMessage(
            "The sound of 'dub.m4a' cannot be used: there is no decoder for its codec ('aac').");
  }

  private static Inspection inspect(
      List<StreamScan> sidecar, Optional<String> language, Optional<TrackRole> role) {
    MasterScan master =
        Scans.of(Scans.picture(FrameRate.of(25, 1), 10), new SoundScan(1).language("eng").build());
    SourceOptions options =
        new SourceOptions(
            false,
            OptionalInt.empty(),
            List.of(),
            List.of(new Sidecar("dub.m4a", "", language, role, Optional.empty())),
            false);
    ScannedFile file =
        new ScannedFile(
            new Master("dub.m4a", 1000, "cd".repeat(32)),
            Scans.of(sidecar.toArray(StreamScan[]::new)));
    return MasterInspector.inspect(new ScannedFile(Scans.MASTER, master), List.of(file), options);
  }

  private static SourceOptions options(List<StreamTags> tags) {
    return new SourceOptions(false, OptionalInt.empty(), tags, List.of(), false);
  }
}
