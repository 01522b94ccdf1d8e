package dev.reelway.isobmff.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelway.isobmff.Bytes;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AnnexBTest {
  private static final String X264_SETTINGS = "0605 11 dc45e9bde6d948b7962cd820d923eeef 41 80";

  @Test
  void toLengthPrefixed_mixedStartCodes_givesLengths() {
    assertThat(converted("00000001 65aabb 000001 41cc 00000001 41dd00ee"))
        .isEqualTo(hex("00000003 65aabb 00000002 41cc 00000004 41dd00ee"));
  }

  @Test
  void toLengthPrefixed_setsDelimiterAndFiller_areDropped() {
    assertThat(converted("00000001 09f0 000001 67640028 000001 68ea 000001 0cff80 000001 65aa"))
        .isEqualTo(hex("00000002 65aa"));
  }

  @Test
  void toLengthPrefixed_x264Settings_areDroppedAndOtherMessagesStay() {
    assertThat(converted("000001" + X264_SETTINGS + "000001 0601028880 000001 65aa"))
        .isEqualTo(hex("00000005 0601028880 00000002 65aa"));
  }

  @Test
  void toLengthPrefixed_longX264Settings_areRecognised() {
    String size = "ffff99";
    assertThat(
            converted("000001 0605" + size + "dc45e9bde6d948b7962cd820d923eeef 0102 000001 65aa"))
        .isEqualTo(hex("00000002 65aa"));
  }

  @Test
  void toLengthPrefixed_otherUserData_stays() {
    String unit = "0605 10 00112233445566778899aabbccddeeff 80";
    assertThat(converted("000001" + unit)).isEqualTo(hex("00000014" + unit));
  }

  @Test
  void toLengthPrefixed_trailingZeros_areNotPartOfTheUnit() {
    assertThat(converted("000001 65aa 0000 000001 41bb 000000"))
        .isEqualTo(hex("00000002 65aa 00000002 41bb"));
  }

  @Test
  void toLengthPrefixed_noStartCode_isRefused() {
    assertThatThrownBy(() -> converted("65aabbcc")).isInstanceOf(BitstreamException.class);
  }

  @Test
  void firstVcl_idrBehindSets_isIdr() {
    assertThat(AnnexB.firstVcl(hex("000001 6764 000001 68 000001 0600 000001 65aa 000001 41bb")))
        .contains(NalUnitType.IDR_SLICE);
  }

  @Test
  void firstVcl_onlySets_isEmpty() {
    assertThat(AnnexB.firstVcl(hex("000001 6764"))).isEmpty();
  }

  @Property(tries = 500)
  void toLengthPrefixed_anyPayload_keepsUnitBytes(@ForAll @Size(max = 200) byte[] noise) {
    byte[] unit = escaped(noise);
    byte[] stream = concat(hex("00000001"), unit);

    byte[] sample = AnnexB.toLengthPrefixed(stream);

    assertThat(Bytes.copyOf(sample, 4, sample.length - 4)).isEqualTo(Bytes.copyOf(unit));
    assertThat(LengthPrefixed.types(sample)).containsExactly(NalUnitType.SLICE);
  }

  @Test
  void types_lengthBeyondTheSample_isRefused() {
    assertThatThrownBy(() -> LengthPrefixed.types(hex("00000003 65aa")))
        .isInstanceOf(BitstreamException.class)
        .hasMessageContaining("byte 0");
    assertThatThrownBy(() -> LengthPrefixed.types(hex("0000")))
        .isInstanceOf(BitstreamException.class);
  }

  /** A slice unit that obeys emulation prevention, so no start code can appear in it. */
  private static byte[] escaped(byte[] noise) {
    StringBuilder out = new StringBuilder("41");
    int zeros = 0;
    for (byte value : noise) {
      if (zeros == 2 && (value & 0xff) <= 3) {
        out.append("03");
        zeros = 0;
      }
      out.append(HexFormat.of().toHexDigits(value));
      zeros = value == 0 ? zeros + 1 : 0;
    }
    return hex(out + "80");
  }

  private static byte[] concat(byte[] first, byte[] second) {
    byte[] both = new byte[first.length + second.length];
    System.arraycopy(first, 0, both, 0, first.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private static byte[] converted(String stream) {
    return AnnexB.toLengthPrefixed(hex(stream));
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits.replace(" ", ""));
  }
}
