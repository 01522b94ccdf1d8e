package dev.reelway.isobmff.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelway.isobmff.Examples;
import dev.reelway.isobmff.box.BoxException;
import dev.reelway.isobmff.cmaf.SegmentType;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FragmentScannerTest {
  @Test
  void next_fileOnDisk_givesBothFragments(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("chunk.mp4"), Examples.videoFile());
    try (FileChannel channel = FileChannel.open(file)) {
      FragmentScanner scanner = new FragmentScanner(ByteSource.of(channel));

      ScannedFragment first = scanner.next().orElseThrow();
      ScannedFragment second = scanner.next().orElseThrow();

      assertThat(scanner.next()).isEmpty();
      assertThat(scanner.initSegment().toArray()).isEqualTo(Examples.videoInit().toBytes());
      assertThat(first.samples()).isEqualTo(Examples.GROUP_OF_PICTURES);
      assertThat(first.startsWithSync()).isTrue();
      assertThat(first.durationTicks()).isEqualTo(4004);
      assertThat(first.earliestPresentationTicks()).isZero();
      assertThat(second.offset()).isEqualTo(first.end());
      assertThat(second.sequenceNumber()).isEqualTo(2);
      assertThat(second.earliestPresentationTicks()).isEqualTo(4004);
    }
  }

  @Test
  void next_payloadOffset_pointsAtTheFirstSample() throws IOException {
    byte[] file = Examples.videoFile();

    ScannedFragment first = new FragmentScanner(ByteSource.of(file)).next().orElseThrow();

    int start = (int) first.payloadOffset();
    assertThat(Arrays.copyOfRange(file, start, start + 4)).containsExactly(0, 1, 2, 3);
  }

  @Test
  void next_cutFile_saysWhere() {
    byte[] file = Arrays.copyOf(Examples.videoFile(), Examples.videoFile().length - 3);

    assertThatThrownBy(() -> FragmentedFile.read(ByteSource.of(file)))
        .isInstanceOf(BoxException.class)
        .hasMessageContaining("is cut at byte 21 of 24");
  }

  @Test
  void next_dataShorterThanSamples_isRefused() {
    byte[] file = Examples.videoFile();
    byte[] longer = Arrays.copyOf(file, file.length + 1);
    int mediaData = file.length - 24;
    longer[mediaData + 3]++;

    assertThatThrownBy(() -> FragmentedFile.read(ByteSource.of(longer)))
        .isInstanceOf(BoxException.class)
        .hasMessageContaining("samples end at");
  }

  @Test
  void next_moofWithoutData_isRefused() {
    byte[] file = Arrays.copyOf(Examples.videoFile(), Examples.videoFile().length - 24);

    assertThatThrownBy(() -> FragmentedFile.read(ByteSource.of(file)))
        .isInstanceOf(BoxException.class)
        .hasMessageContaining("no mdat follows");
  }

  @Test
  void next_dataWithoutMoof_isRefused() {
    byte[] file = Examples.videoFile();
    byte[] longer = Arrays.copyOf(file, file.length + 24);
    System.arraycopy(file, file.length - 24, longer, file.length, 24);

    assertThatThrownBy(() -> FragmentedFile.read(ByteSource.of(longer)))
        .isInstanceOf(BoxException.class)
        .hasMessage("mdat at byte " + file.length + ": does not follow a moof");
  }

  @Test
  void next_otherTrack_isRefused() {
    byte[] file = Examples.videoFile();
    int trackId = Examples.videoInit().toBytes().length + 8 + 16 + 8 + 8 + 4 + 3;
    file[trackId]++;

    assertThatThrownBy(() -> FragmentedFile.read(ByteSource.of(file)))
        .isInstanceOf(BoxException.class)
        .hasMessageContaining("belongs to track 2");
  }

  @Test
  void new_withoutMovie_isRefused() {
    byte[] file = SegmentType.bytes();

    assertThatThrownBy(() -> new FragmentScanner(ByteSource.of(file)))
        .isInstanceOf(BoxException.class)
        .hasMessageContaining("moov at byte 0: is not in the file");
  }
}
