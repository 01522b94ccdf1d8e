package dev.reelway.ingest.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.plan.DynamicRange;
import dev.reelway.contracts.plan.Profile;
import dev.reelway.contracts.plan.VideoCodec;
import dev.reelway.contracts.time.Rational;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileReaderTest {

  private static final String RUNG = "rungs:\n  - {height: 720, crf: 22, maxBitrate: 3M}\n";

  @Test
  void read_leastLadder_fillsDefaults() {
    assertThat(ProfileReader.read("small.yaml", RUNG))
        .isEqualTo(
            new Profile(
                "small",
                Rational.of(6),
                Rational.of(2),
                Profile.Interlaced.FIELDS,
                List.of(
                    new Profile.Rung(
                        720,
                        VideoCodec.H264,
                        DynamicRange.SDR,
                        "fast",
                        Rational.of(22),
                        3_000_000,
                        Rational.of(60))),
                AudioFieldsTest.USUAL,
                Profile.Text.WEBVTT,
                new Profile.Scrubbing(true, true)));
  }

  @Test
  void read_everyField_isMapped() {
    Profile profile =
        ProfileReader.read(
            "x.yaml",
            """
            name: "Two rungs"
            segmentSeconds: 4
            gopSeconds: 1.5
            interlaced: frames
            rungs:
              - {height: 360, codec: h264, preset: slow, crf: 23.5, maxBitrate: 800000}
              - {height: 1080, crf: 21, maxBitrate: 5.5M, maxFrameRate: 60000/1001}
            audio: {bitrate: 96k, sampleRate: 44100}
            text: imsc1
            trickPlay: no
            thumbnails: no
            """);
    assertThat(profile.scrubbing()).isEqualTo(Profile.Scrubbing.NONE);
    assertThat(profile.text()).isEqualTo(Profile.Text.IMSC1);
    assertThat(profile.name()).isEqualTo("Two rungs");
    assertThat(profile.segmentSeconds()).isEqualTo(Rational.of(4));
    assertThat(profile.gopSeconds()).isEqualTo(new Rational(3, 2));
    assertThat(profile.interlaced()).isEqualTo(Profile.Interlaced.FRAMES);
    assertThat(profile.video())
        .containsExactly(
            new Profile.Rung(
                1080,
                VideoCodec.H264,
                DynamicRange.SDR,
                "fast",
                Rational.of(21),
                5_500_000,
                new Rational(60000, 1001)),
            new Profile.Rung(
                360,
                VideoCodec.H264,
                DynamicRange.SDR,
                "slow",
                new Rational(47, 2),
                800_000,
                Rational.of(60)));
    assertThat(profile.audio().bitsPerSecond()).isEqualTo(96_000);
    assertThat(profile.audio().sampleRate()).isEqualTo(44_100);
  }

  @Test
  void defaultProfile_itself_isValid() {
    assertThat(ProfileReader.defaultProfile().video())
        .extracting(Profile.Rung::height)
        .containsExactly(1080, 720, 540, 432, 360, 240);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "height: 721 | rungs[0].height is '721'; heights are even, such as 720 or 722.",
        "height: 90 | rungs[0].height is '90'; the smallest value is 96.",
        "height: 7k | rungs[0].height is '7k'; write a whole number.",
        "preset: fst | rungs[0].preset is 'fst'; did you mean 'fast'?",
        "codec: h265 | rungs[0].codec is 'h265'; did you mean 'h264'?",
        "crf: 52 | rungs[0].crf is '52'; the largest value is 51.",
        "crf: 0 | rungs[0].crf is '0'; the smallest value is 1.",
        "crf: [1] | rungs[0].crf is a list; write a single value.",
        "crf: | rungs[0].crf is nothing; write a number such as 2.5.",
        "maxBitrate: abc | rungs[0].maxBitrate is 'abc'; write bits per second such as 3500k,"
            + " 3.5M or 3500000.",
        "maxBitrate: 20k | rungs[0].maxBitrate is '20k'; the smallest value is 50k.",
        "maxBitrate: 0.2G | rungs[0].maxBitrate is '0.2G'; write bits per second",
        "maxbitrat: 3M | there is no field 'rungs[0].maxbitrat'; did you mean 'maxBitrate'?"
      })
  void read_wrongRungField_namesPlaceAndRemedy(String field, String message) {
    String name = field.substring(0, field.indexOf(':'));
    String others =
        Stream.of("height: 720", "crf: 22", "maxBitrate: 3M")
            .filter(other -> !other.startsWith(name + ":"))
            .map(other -> "    " + other + "\n")
            .collect(Collectors.joining());
    refuses("rungs:\n  - " + field + "\n" + others, "bad.yaml, line 2, column ", message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | bad.yaml is empty.",
        "3 | the ladder is '3'; it must be a group of fields: name, segmentSeconds",
        "'name: x' | the field 'rungs' is missing.",
        "'rungs: 7' | rungs is '7'; write a list with one entry per rung.",
        "'rungs: []' | rungs has 0 entries; write 1 to 20.",
        "'rungs: [7]' | rungs[0] is '7'; it must be a group of fields: height",
        "'rungs: [{height: 720}]' | the field 'rungs[0].crf' is missing.",
        "'rung: []' | there is no field 'rung'; did you mean 'rungs'?",
        "'a: {' | bad.yaml, line 1, column",
        "'name: *a' | the file uses an anchor or alias",
        "'name: x\nname: y' | the file has the field 'name' twice"
      })
  void read_wrongFile_saysWhatIsWrong(String yaml, String message) {
    refuses(yaml, "bad.yaml", message);
  }

  @Test
  void read_wrongWhole_saysWhatIsWrong() {
    refuses(RUNG + "gopSeconds: 7\n", "line 3", "gopSeconds is '7'; the largest value is 6.");
    refuses(RUNG + "audio: {sampleRate: 8000}", "line 3", "did you mean '48000'?");
    refuses(RUNG + "---\nname: x\n", "bad.yaml", "a second document");
    refuses(
        RUNG + "  - {height: 720, crf: 20, maxBitrate: 2M}\n",
        "line 3",
        "rungs[1].height is '720'; another rung already has this height.");
    refuses(
        RUNG + "  - {height: 480, crf: 20, maxBitrate: 3M}\n",
        "line 3",
        "rungs[1].maxBitrate is '3M'; it must be less than the 3000k of the larger rung");
    refuses("#".repeat(70_000), "bad.yaml", "is longer than");
  }

  private static final String MANY =
      """
      name: many
      segmentSeconds: 99
      gopSecond: 2
      rungs:
        - {height: 721, crf: 22, maxBitrate: 3M, preset: fst}
        - 7
        - {height: 360, codec: h265, crf: 99, maxbitrat: 1M}
        - {crf: 22, maxBitrate: 1M}
      audio: {bitrate: 1, surround: {ac3: 100k}, loudness: loud}
      text: srt
      text: webvtt
      """;

  @Test
  void check_manyMistakes_tellsAllOfThemInOrder() {
    assertThat(ProfileReader.check("many.yaml", MANY).problems())
        .extracting(p -> p.line().getAsInt() + " " + p.path().orElse("") + ": " + p.message())
        .containsExactly(
            "2 segmentSeconds: segmentSeconds is '99'; the largest value is 15.",
            "3 gopSecond: there is no field 'gopSecond'; did you mean 'gopSeconds'?",
            "5 rungs[0].height: rungs[0].height is '721'; heights are even, such as 720 or 722.",
            "5 rungs[0].preset: rungs[0].preset is 'fst'; did you mean 'fast'?",
            "6 rungs[1]: rungs[1] is '7'; it must be a group of fields: height, codec,"
                + " dynamicRange, preset, crf, maxBitrate, maxFrameRate.",
            "7 rungs[2].codec: rungs[2].codec is 'h265'; did you mean 'h264'?",
            "7 rungs[2].maxbitrat: there is no field 'rungs[2].maxbitrat'; did you mean"
                + " 'maxBitrate'?",
            "8 rungs[3].height: the field 'rungs[3].height' is missing.",
            "9 audio.bitrate: audio.bitrate is '1'; the smallest value is 32k.",
            "9 audio.surround.ac3: audio.surround.ac3 is '100k'; write one of 192k, 224k, 256k,"
                + " 320k, 384k, 448k, 512k, 640k.",
            "9 audio.loudness: audio.loudness is 'loud'; it must be a group of fields: target,"
                + " truePeak.",
            "10 text: text is 'srt'; did you mean 'imsc1'?",
            "11 : the file has the field 'text' twice.");
    refuses(MANY, "bad.yaml, line 2, column", "bad.yaml, line 10, column");
  }

  @Test
  void check_rungsThatAreGoodAlone_tellsAllThatTheyOweToOneAnother() {
    String yaml =
        """
        rungs:
          - {height: 1080, crf: 22, maxBitrate: 3M}
          - {height: 720, crf: 22, maxBitrate: 3M}
          - {height: 720, crf: 22, maxBitrate: 2M}
          - {height: 360, crf: 22, maxBitrate: 2M}
          - {height: 1080, codec: hevc, crf: 22, maxBitrate: 3M}
        """;
    assertThat(ProfileReader.check("x.yaml", yaml).problems())
        .extracting(p -> p.line().getAsInt() + " " + p.path().orElse(""))
        .containsExactly(
            "3 rungs[1].maxBitrate",
            "4 rungs[2].height",
            "5 rungs[3].maxBitrate",
            "6 rungs[4].height");
  }

  private static void refuses(String yaml, String place, String message) {
    assertThatExceptionOfType(ReelwayException.class)
        .isThrownBy(() -> ProfileReader.read("bad.yaml", yaml))
        .withMessageContaining(place)
        .withMessageContaining(message)
        .satisfies(e -> assertThat(e.kind()).isEqualTo(FailureKind.LADDER_INVALID));
  }
}
