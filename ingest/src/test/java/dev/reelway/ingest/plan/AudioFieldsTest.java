package dev.reelway.ingest.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelway.contracts.plan.AudioCodec;
import dev.reelway.contracts.plan.LoudnessTarget;
import dev.reelway.contracts.plan.Profile;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AudioFieldsTest {

  /** What a ladder that does not speak of sound has. */
  static final Profile.Audio USUAL =
      new Profile.Audio(
          128_000,
          48_000,
          OptionalLong.empty(),
          Map.of(AudioCodec.AAC, 384_000L),
          Profile.MonoTracks.AUTO,
          Optional.empty());

  @Test
  void read_nothing_isStereoAndSurroundInAac() {
    assertThat(read("{}")).isEqualTo(USUAL);
  }

  @Test
  void read_everyField_isMapped() {
    assertThat(
            read(
                "{bitrate: 96k, sampleRate: 44100, opus: 64k, surround: {aac: 320k, eac3: 256k,"
                    + " ac3: 448k, opus: 192k}, monoTracks: surround,"
                    + " loudness: {target: -16, truePeak: -1.5}}"))
        .isEqualTo(
            new Profile.Audio(
                96_000,
                44_100,
                OptionalLong.of(64_000),
                Map.of(
                    AudioCodec.AAC,
                    320_000L,
                    AudioCodec.EAC3,
                    256_000L,
                    AudioCodec.AC3,
                    448_000L,
                    AudioCodec.OPUS,
                    192_000L),
                Profile.MonoTracks.SURROUND,
                Optional.of(new LoudnessTarget(-16, -1.5))));
  }

  @Test
  void read_noSurround_isStereoOnly() {
    assertThat(read("{surround: none}").surround()).isEmpty();
  }

  @Test
  void read_emptyLoudness_isThatOfBroadcast() {
    assertThat(read("{loudness: {}}").loudness()).contains(new LoudnessTarget(-23, -1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{surround: {ac3: 450k}} | audio.surround.ac3 is '450k'; write one of 192k, 224k, 256k",
        "{surround: all} | audio.surround is 'all'; write 'none', or rates such as",
        "{surround: {eac4: 1M}} | there is no field 'audio.surround.eac4'; did you mean 'eac3'?",
        "{loudness: {target: 23}} | audio.loudness.target is '23'; the largest value is -10.",
        "{loudness: {truePeak: 1}} | audio.loudness.truePeak is '1'; the largest value is 0.",
        "{monoTracks: pair} | audio.monoTracks is 'pair'; did you mean 'pairs'?",
        "{opus: 6k} | audio.opus is '6k'; the smallest value is 32k."
      })
  void read_wrongField_namesItAndTheRemedy(String audio, String message) {
    assertThatThrownBy(() -> read(audio)).hasMessageContaining(message);
  }

  private static Profile.Audio read(String audio) {
    String ladder = "rungs: [{height: 720, crf: 22, maxBitrate: 3M}]\naudio: " + audio + "\n";
    return ProfileReader.read("x.yaml", ladder).audio();
  }
}
