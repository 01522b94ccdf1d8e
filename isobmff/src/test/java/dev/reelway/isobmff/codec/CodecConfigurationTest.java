package dev.reelway.isobmff.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelway.isobmff.Bytes;
import dev.reelway.isobmff.Examples;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodecConfigurationTest {
  @Test
  void fromAnnexB_highProfile_hasSampleFormat() {
    AvcDecoderConfiguration avc =
        AvcDecoderConfiguration.fromAnnexB(Examples.AVC_EXTRADATA.toArray());

    assertThat(avc.profile()).isEqualTo(100);
    assertThat(avc.compatibility()).isZero();
    assertThat(avc.level()).isEqualTo(40);
    assertThat(avc.lengthBytes()).isEqualTo(4);
    assertThat(avc.pictureParameterSets()).containsExactly(Bytes.ofHex("68eae3f2c0"));
    assertThat(avc.sampleFormat()).contains(new AvcSampleFormat(1, 8, 8, List.of()));
  }

  @Test
  void fromAnnexB_tenBitFourTwoTwo_hasSampleFormat() {
    // ue(0) ue(2) ue(2) ue(2): 1 011 011 011 0...
    assertThat(format("677a0028" + "b6c0")).isEqualTo(new AvcSampleFormat(2, 10, 10, List.of()));
  }

  @Test
  void fromAnnexB_mainProfile_hasNoSampleFormat() {
    byte[] extradata = Bytes.ofHex("00000001674d401e9500000168ee").toArray();

    assertThat(AvcDecoderConfiguration.fromAnnexB(extradata).sampleFormat()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "00000001674d401e, needs a sequence and a picture",
    "0000000168ee, needs a sequence and a picture",
    "00000001674d0000016801, only 2 bytes",
    "00000001676400280000016801, ends after 0 bytes",
    "0000000167640028800000016801, ends after 1 bytes"
  })
  void fromAnnexB_brokenExtradata_isRefused(String hex, String fault) {
    byte[] extradata = Bytes.ofHex(hex).toArray();

    assertThatThrownBy(() -> AvcDecoderConfiguration.fromAnnexB(extradata))
        .isInstanceOf(BitstreamException.class)
        .hasMessageContaining(fault);
  }

  @ParameterizedTest
  @CsvSource({
    "1190,         2, 48000, 2",
    "119056e500,   2, 48000, 2",
    "1210,         2, 44100, 2",
    "11b0,         2, 48000, 6",
    "2b11,         5, 24000, 2",
    "17805dc080,   2, 48001, 0"
  })
  void parse_audioConfig_givesTypeRateAndChannels(String hex, int type, int rate, int channels) {
    AudioSpecificConfig config = AudioSpecificConfig.parse(Bytes.ofHex(hex));

    assertThat(config.objectType()).isEqualTo(type);
    assertThat(config.sampleRate()).isEqualTo(rate);
    assertThat(config.channels()).isEqualTo(channels);
  }

  @Test
  void parse_sevenPointOne_hasEightChannels() {
    assertThat(new AudioSpecificConfig(2, 48_000, 7).channels()).isEqualTo(8);
  }

  @ParameterizedTest
  @CsvSource({"11, ends after 1 bytes", "1690, reserved sample rate 13"})
  void parse_brokenConfig_isRefused(String hex, String fault) {
    assertThatThrownBy(() -> AudioSpecificConfig.parse(Bytes.ofHex(hex)))
        .isInstanceOf(BitstreamException.class)
        .hasMessageContaining(fault);
  }

  private static AvcSampleFormat format(String sps) {
    byte[] extradata = Bytes.ofHex("000001" + sps + "0000016801").toArray();
    return AvcDecoderConfiguration.fromAnnexB(extradata).sampleFormat().orElseThrow();
  }
}
