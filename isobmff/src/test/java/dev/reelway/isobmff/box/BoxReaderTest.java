package dev.reelway.isobmff.box;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelway.isobmff.Bytes;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoxReaderTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "elst,                      0000001c656c73740000000070000000 000000000000000000000000",
    "dref,                      0000001064726566 0000000070000000",
    "stsd,                      0000001073747364 0000000070000000",
    "stts,                      0000001073747473 0000000070000000",
    "stsc,                      0000001073747363 0000000070000000",
    "stco,                      000000107374636f 0000000070000000",
    "stsz,                      000000147374737a 000000000000000070000000",
    "trun with entries,         000000107472756e 0100020070000000",
    "trun without fields,       000000107472756e 01000000f0000000",
    "sidx,                      0000002073696478 00000000 000000010000000100000000000000000000ffff",
    "avcC,                      0000000e61766343 0164001fffff"
  })
  void read_countBeyondTheBox_isRefused(String name, String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));

    assertThatThrownBy(() -> Boxes.read(bytes, 0))
        .isInstanceOf(BoxException.class)
        .hasMessageStartingWith(name.substring(0, 4))
        .hasMessageMatching(".*(entries do not fit into|samples in one run).*");
  }

  @Test
  void read_fault_namesBoxAndFileOffset() {
    byte[] bytes = Bytes.ofHex("000000106d666864000000000000").toArray();

    assertThatThrownBy(() -> Boxes.read(bytes, 1000))
        .isInstanceOf(BoxException.class)
        .hasMessage("mfhd at byte 1000: 16 bytes do not fit into file")
        .extracting(e -> ((BoxException) e).offset())
        .isEqualTo(1000L);
  }

  @Test
  void read_bytesBehindTheLastField_areRefused() {
    byte[] bytes = Bytes.ofHex("000000116d66686400000000000000010000").toArray();

    assertThatThrownBy(() -> Boxes.read(bytes, 0)).hasMessageContaining("1 bytes behind");
  }

  @Test
  void read_newerVersion_isRefused() {
    byte[] bytes = Bytes.ofHex("00000010746664740200000000000000").toArray();

    assertThatThrownBy(() -> Boxes.read(bytes, 0)).hasMessageContaining("version 2");
  }

  @Test
  void read_nestedTooDeep_isRefused() {
    Box box = ContainerBox.of(ContainerBox.MOVIE);
    for (int i = 0; i < 40; i++) {
      box = ContainerBox.of(ContainerBox.MOVIE, box);
    }
    byte[] bytes = box.toBytes();

    assertThatThrownBy(() -> Boxes.read(bytes, 0)).hasMessageContaining("nested deeper");
  }

  @Test
  void read_longSizeAndSizeToTheEnd_giveTheSameBox() {
    Box free = new UnknownBox(FourCc.of("free"), Bytes.ofHex("0102"));

    assertThat(read("00000001 66726565 0000000000000012 0102")).containsExactly(free);
    assertThat(read("00000000 66726565 0102")).containsExactly(free);
  }

  @Test
  void read_versionZeroTimes_areWidened() {
    assertThat(read("00000010 74666474 00000000 fffffffe"))
        .containsExactly(new TrackFragmentDecodeTimeBox(0xffff_fffeL));
  }

  @Test
  void read_quickTimeLanguage_isUndetermined() {
    List<Box> boxes =
        read("00000020 6d646864 00000000 00000000 00000000 00000001 00000000 0000 0000");

    assertThat(boxes).containsExactly(new MediaHeaderBox(0, 0, 1, 0, "und"));
  }

  private static List<Box> read(String hex) {
    return Boxes.read(HexFormat.of().parseHex(hex.replace(" ", "")), 0);
  }
}
