package dev.reelway.isobmff.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.isobmff.Examples;
import dev.reelway.isobmff.read.TopLevelBox.Fault;
import java.io.EOFException;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class TopLevelWalkTest {
  @Test
  void of_fragmentedFile_listsAllBoxes() throws IOException {
    List<TopLevelBox> boxes = TopLevelWalk.of(ByteSource.of(Examples.videoFile()));

    assertThat(boxes)
        .extracting(box -> box.type().toString())
        .containsExactly("ftyp", "moov", "moof", "mdat", "moof", "mdat");
    assertThat(boxes).allMatch(TopLevelBox::isWhole);
  }

  @Test
  void of_quickTimeFile_givesDataExtent() throws IOException {
    List<TopLevelBox> boxes = walk("00000008 77696465 00000000 6d646174 0102030405");

    assertThat(boxes)
        .extracting(TopLevelBox::describe)
        .containsExactly("wide at byte 0 has 8 bytes", "mdat at byte 8 has 13 bytes");
    assertThat(boxes.get(1).payloadOffset()).isEqualTo(16);
    assertThat(boxes.get(1).payloadBytes()).isEqualTo(5);
  }

  @Test
  void of_longSize_countsItsHeader() throws IOException {
    List<TopLevelBox> boxes = walk("00000001 6d646174 0000000000000013 010203 00000008 66726565");

    assertThat(boxes)
        .extracting(TopLevelBox::describe)
        .containsExactly("mdat at byte 0 has 19 bytes", "free at byte 19 has 8 bytes");
    assertThat(boxes.get(0).payloadBytes()).isEqualTo(3);
  }

  @Test
  void of_cutData_saysHowMuchIsThere() throws IOException {
    List<TopLevelBox> boxes = walk("00000008 66726565 00100000 6d646174 0102");

    assertThat(boxes.get(1).fault()).isEqualTo(Fault.CUT_SHORT);
    assertThat(boxes.get(1).describe()).isEqualTo("mdat at byte 8 is cut at byte 10 of 1048576");
    assertThat(boxes.get(1).payloadBytes()).isEqualTo(2);
  }

  @Test
  void of_cutHeader_isReported() throws IOException {
    assertThat(walk("00000008 66726565 0000").get(1).describe())
        .isEqualTo("file ends inside the header of the box at byte 8");
    assertThat(walk("00000001 6d646174 00").get(0).fault()).isEqualTo(Fault.HEADER_CUT_SHORT);
  }

  @Test
  void of_impossibleSize_endsTheWalk() throws IOException {
    List<TopLevelBox> boxes = walk("00000007 66726565 00000008 66726565");

    assertThat(boxes).hasSize(1);
    assertThat(boxes.get(0).describe()).isEqualTo("no box at byte 0: size 7");
    assertThat(walk("00000001 6d646174 ffffffffffffffff").get(0).fault())
        .isEqualTo(Fault.IMPOSSIBLE_SIZE);
  }

  @Test
  void of_dataLargerThanMemory_readsHeadersOnly() throws IOException {
    long dataBytes = 1L << 42;
    ByteSource sparse =
        new ByteSource() {
          @Override
          public long sizeBytes() {
            return dataBytes + 8;
          }

          @Override
          public byte[] read(long offset, int length) throws IOException {
            if (offset == 0) {
              return HexFormat.of().parseHex("000000016d646174");
            }
            if (offset == 8) {
              return HexFormat.of().parseHex("0000040000000000");
            }
            if (offset == dataBytes) {
              return HexFormat.of().parseHex("000000086d6f6f76");
            }
            throw new EOFException("payload was read at " + offset);
          }
        };

    assertThat(TopLevelWalk.of(sparse))
        .extracting(box -> box.type().toString())
        .containsExactly("mdat", "moov");
  }

  @Test
  void of_emptyFile_isEmpty() throws IOException {
    assertThat(walk("")).isEmpty();
  }

  private static List<TopLevelBox> walk(String hex) throws IOException {
    return TopLevelWalk.of(ByteSource.of(HexFormat.of().parseHex(hex.replace(" ", ""))));
  }
}
