package dev.reelway.media.text.caption;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** User data of MPEG-2 as the standards write it. */
class CaptionDataTest {

  private static CaptionData.Content read(String head, int... tail) {
    ByteArrayOutputStream packet = new ByteArrayOutputStream();
    packet.writeBytes(new byte[] {0, 0, 1, (byte) 0xb2});
    packet.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
    for (int b : tail) {
      packet.write(b);
    }
    packet.writeBytes(new byte[] {0, 0, 1, 1, 0}); // a slice
    return CaptionData.of("mpeg2video", new byte[0]).read(7, packet.toByteArray());
  }

  @Test
  void read_bothFields_pairsWithoutParity() {
    CaptionData.Content content =
        read("GA94", 3, 0x42, 0xff, 0xfc, 0x94, 0x2f, 0xfd, 0x15, 0x2c, 0xff);

    assertThat(content.pairs())
        .containsExactly(new CaptionPair(7, 1, 0x14, 0x2f), new CaptionPair(7, 2, 0x15, 0x2c));
    assertThat(content.unread()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0x22, CEA_708", // service 1, two bytes
    "0x00, ''", // no service: filling
  })
  void read_packetOfDigitalCaptions_isNamedIfItSaysSomething(int block, String unread) {
    CaptionData.Content content =
        read("GA94", 3, 0x42, 0xff, 0xff, 0x02, block, 0xfe, 0x41, 0x42, 0xff);

    assertThat(content.pairs()).isEmpty();
    assertThat(content.unread().map(Enum::name).orElse("")).isEqualTo(unread);
  }

  @Test
  void read_otherFormsOfMpeg2_areNamedAndGiveNoText() {
    CaptionData.Content dvd = read("CC", 1, 0xf8, 0x82, 0xff, 0x94, 0x2f, 0xfe, 0x80, 0x80);
    CaptionData.Content cable = read("", 3, 0x81, 0x0a, 0xb5, 0x29, 0xf4, 0x80);

    assertThat(dvd.unread()).contains(UnreadCaptions.DVD);
    assertThat(cable.unread()).contains(UnreadCaptions.SCTE_20);
    assertThat(dvd.pairs()).isEmpty();
    assertThat(cable.pairs()).isEmpty();
  }

  @Test
  void read_cutShort_givesWhatIsWhole() {
    assertThat(read("GA94", 3, 0x5f, 0xff, 0xfc, 0x94, 0x2f, 0xfc).pairs()).hasSize(1);
    assertThat(read("GA94", 3).pairs()).isEmpty();
    assertThat(CaptionData.of("h264", new byte[0]).read(0, new byte[] {0, 0, 1, 6, 4, 99}).pairs())
        .isEmpty();
  }
}
