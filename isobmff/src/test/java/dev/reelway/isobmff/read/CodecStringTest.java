package dev.reelway.isobmff.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.isobmff.Bytes;
import dev.reelway.isobmff.Examples;
import dev.reelway.isobmff.box.Av1ConfigurationBox;
import dev.reelway.isobmff.box.HevcConfigurationBox;
import dev.reelway.isobmff.box.VisualSampleEntry;
import dev.reelway.isobmff.codec.Av1DecoderConfiguration;
import dev.reelway.isobmff.codec.Av1SampleFormat;
import dev.reelway.isobmff.codec.HevcDecoderConfiguration;
import dev.reelway.isobmff.codec.HevcProfile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodecStringTest {

  @Test
  void of_realSampleEntries_isExact() {
    assertThat(CodecString.of(Examples.hevcEntry())).isEqualTo("hvc1.2.4.L63.90");
    assertThat(CodecString.of(Examples.av1Entry())).isEqualTo("av01.0.01M.10.0.111.09.16.09.0");
  }

  /** The examples of ISO/IEC 14496-15 annex E.3 and of Apple's specification. */
  @ParameterizedTest
  @CsvSource({
    "0, false, 1, 60000000, b00000000000, 93, hvc1.1.6.L93.B0",
    "0, false, 2, 20000000, b00000000000, 123, hvc1.2.4.L123.B0",
    "1, true,  4, 00000001, 900000000001, 150, hvc1.A4.80000000.H150.90.0.0.0.0.1",
    "0, false, 1, 60000000, 000000000000, 120, hvc1.1.6.L120",
  })
  void of_hevc_leavesOutTrailingZeroBytes(
      int space,
      boolean high,
      int profile,
      String compatibility,
      String constraints,
      int level,
      String expected) {
    HevcProfile values =
        new HevcProfile(
            space,
            high,
            profile,
            Long.parseLong(compatibility, 16),
            Long.parseLong(constraints, 16),
            level);
    HevcDecoderConfiguration configuration =
        new HevcDecoderConfiguration(
            values, 1, 8, 8, new HevcDecoderConfiguration.Layers(1, true), 4, List.of());
    VisualSampleEntry entry =
        new VisualSampleEntry(
            VisualSampleEntry.HEVC, 2, 2, "", List.of(new HevcConfigurationBox(configuration)));
    assertThat(CodecString.of(entry)).isEqualTo(expected);
  }

  /**
   * A sequence header of BT.709 whose chroma position is unknown: every optional field is usual.
   */
  @Test
  void of_av1WithUsualColour_isShort() {
    // The bits of Examples.AV1_SEQUENCE_HEADER with 8 bits, 1.1.1 and chroma position 0.
    Bytes usual = Bytes.ofHex("0a0e0000000c4d9e7f12be4404040410");
    Av1DecoderConfiguration configuration = Av1DecoderConfiguration.fromUnits(usual.toArray());
    assertThat(configuration.format()).isEqualTo(new Av1SampleFormat(8, false, 1, 1, 0));
    VisualSampleEntry entry =
        new VisualSampleEntry(
            VisualSampleEntry.AV1, 2, 2, "", List.of(new Av1ConfigurationBox(configuration)));
    assertThat(CodecString.of(entry)).isEqualTo("av01.0.01M.08");
  }
}
