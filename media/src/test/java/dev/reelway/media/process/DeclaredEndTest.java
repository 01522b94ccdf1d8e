package dev.reelway.media.process;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.isobmff.read.ByteSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DeclaredEndTest {

  private static final int EBML = 0x1A45DFA3;
  private static final int SEGMENT = 0x18538067;
  private static final long UNKNOWN = 0x01FF_FFFF_FFFF_FFFFL;

  @Test
  void cutAt_matroska_comparesTheSegmentWithTheFile() throws IOException {
    byte[] whole = matroska(0x0100_0000_0000_0000L | 5000);

    assertThat(cutAt(whole)).isEmpty();
    assertThat(cutAt(Arrays.copyOf(whole, whole.length + 100))).isEmpty();
    assertThat(cutAt(Arrays.copyOf(whole, whole.length - 1))).hasValue(whole.length - 1);
    assertThat(cutAt(matroska(UNKNOWN))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"AVI ", "WAVE"})
  void cutAt_riff_comparesEveryPartWithTheFile(String form) throws IOException {
    byte[] whole = riff(form, 10_000, 9_992);

    assertThat(cutAt(whole)).isEmpty();
    assertThat(cutAt(Arrays.copyOf(whole, 8_000))).hasValue(8_000);
  }

  @Test
  void cutAt_secondPartOfALargeAvi_isSeen() throws IOException {
    byte[] first = riff("AVI ", 2_000, 1_992);
    byte[] both = Arrays.copyOf(first, 4_000);
    byte[] second = riff("AVIX", 2_000, 9_992);
    System.arraycopy(second, 0, both, 2_000, 2_000);

    assertThat(cutAt(both)).hasValue(4_000);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 10_000, 10_008, -1, -9})
  void cutAt_sloppyOrUnknownSize_isNoLoss(int declared) throws IOException {
    assertThat(cutAt(riff("AVI ", 10_000, declared))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 11, 12, 13, 20})
  void cutAt_tinyFile_isPassedOver(int bytes) throws IOException {
    assertThat(cutAt(Arrays.copyOf(matroska(UNKNOWN), bytes))).isEmpty();
  }

  private static OptionalLong cutAt(byte[] file) throws IOException {
    return DeclaredEnd.cutAt(ByteSource.of(file));
  }

  /** An EBML header of three bytes, then a segment of 5000 bytes with the given size field. */
  private static byte[] matroska(long size) {
    ByteBuffer file = ByteBuffer.allocate(4 + 1 + 3 + 4 + 8 + 5000);
    file.putInt(EBML).put((byte) 0x83).put(new byte[3]).putInt(SEGMENT).putLong(size);
    return file.array();
  }

  private static byte[] riff(String form, int bytes, int declared) {
    ByteBuffer file = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    file.put("RIFF".getBytes(ISO_8859_1)).putInt(declared).put(form.getBytes(ISO_8859_1));
    return file.array();
  }
}
