package dev.reelway.media.process;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.media.testing.MemoryMaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MasterStructureTest {

  private static final byte[] FTYP = box("ftyp", "isom".getBytes(ISO_8859_1), new byte[4]);

  @Test
  void read_noBytes_isEmpty() {
    assertRefused(new byte[0], FailureKind.MASTER_EMPTY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#EXTM3U\n#EXT-X-VERSION:7\nhttp://example.org/secret.ts\n",
        "\n  #EXTM3U\n",
        "ffconcat version 1.0\nfile other.mp4\n",
        "file '/etc/passwd'\n",
        "<?xml version=\"1.0\"?>\n<MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\">",
        "v=0\no=- 0 0 IN IP4 127.0.0.1\n",
        "[playlist]\nFile1=http://example.org/\n"
      })
  void read_listOfOtherFiles_isRefusedAsOne(String text) {
    assertRefused(text.getBytes(ISO_8859_1), FailureKind.MASTER_IS_A_PLAYLIST);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\r\n", "<html>uploaded</html>", "\0\0\0\0\0\0\0\0\0", "\u007fELF1234\u0001"})
  void read_otherBytesBehindTheMedia_areNoLoss(String junk) throws IOException {
    byte[] media = concat(FTYP, movie(track("avc1")), box("mdat", new byte[100]));

    MasterStructure structure =
        MasterStructure.read(new MemoryMaster(concat(media, junk.getBytes(ISO_8859_1))));

    assertThat(structure.scanTask().cutAtByte()).isEmpty();
  }

  @Test
  void read_fragmentCutBehindTheMedia_isALoss() throws IOException {
    byte[] fragment = box("moof", new byte[100]);
    byte[] file = concat(FTYP, movie(track("avc1")), box("mdat", new byte[9]), fragment);

    MasterStructure structure =
        MasterStructure.read(new MemoryMaster(Arrays.copyOf(file, file.length - 1)));

    assertThat(structure.scanTask().cutAtByte()).hasValue(file.length - 1);
  }

  @Test
  void read_noMovieBox_isTruncated() {
    assertRefused(concat(FTYP, box("mdat", new byte[100])), FailureKind.MASTER_TRUNCATED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"encv", "enca", "enct", "encs"})
  void read_encryptedSampleEntry_isRefused(String entry) {
    byte[] file = concat(FTYP, movie(track("avc1"), track(entry)), box("mdat", new byte[100]));

    assertRefused(file, FailureKind.MASTER_ENCRYPTED);
  }

  @Test
  void read_encryptedQuickTimeWithoutBrand_isRefused() {
    byte[] file = concat(box("wide"), box("mdat", new byte[100]), movie(track("encv")));

    assertRefused(file, FailureKind.MASTER_ENCRYPTED);
  }

  @Test
  void read_keySystemBox_isRefused() {
    assertRefused(
        concat(FTYP, movie(track("avc1"), box("pssh", new byte[24]))),
        FailureKind.MASTER_ENCRYPTED);
  }

  @Test
  void read_clearTracks_arePassedOnWithTheirPayload() throws IOException {
    byte[] file = concat(FTYP, movie(track("avc1"), track("mp4a")), box("mdat", new byte[100]));

    MasterStructure structure = MasterStructure.read(new MemoryMaster(file));

    assertThat(structure.scanTask().payloads())
        .singleElement()
        .satisfies(payload -> assertThat(payload.to() - payload.from()).isEqualTo(100));
  }

  @Test
  void read_wordsOfEncryptionInsideASampleEntry_meanNothing() {
    byte[] entry = box("avc1", "....encv....".getBytes(ISO_8859_1));

    assertThatNoException()
        .isThrownBy(
            () -> MasterStructure.read(new MemoryMaster(concat(FTYP, movie(table(entry))))));
  }

  @Test
  void read_millionsOfBoxesInTheMovie_readsOnlySome() throws IOException {
    byte[] children = new byte[8 * 500_000];
    for (int i = 0; i < children.length; i += 8) {
      children[i + 3] = 8;
    }
    MemoryMaster master = new MemoryMaster(concat(FTYP, box("moov", children)));

    MasterStructure.read(master);

    assertThat(master.bytesRead()).isLessThan(100_000);
  }

  private static void assertRefused(byte[] file, FailureKind kind) {
    assertThatThrownBy(() -> MasterStructure.read(new MemoryMaster(file)))
        .isInstanceOfSatisfying(ReelwayException.class, e -> assertThat(e.kind()).isEqualTo(kind));
  }

  private static byte[] movie(byte[]... children) {
    return box("moov", concat(children));
  }

  private static byte[] track(String entry) {
    return table(box(entry, new byte[70]));
  }

  private static byte[] table(byte[] entry) {
    byte[] descriptions = box("stsd", new byte[8], entry);
    byte[] media = box("mdia", box("minf", box("stbl", descriptions)));
    return box("trak", box("tkhd", new byte[84]), media);
  }

  private static byte[] box(String type, byte[]... parts) {
    byte[] payload = concat(parts);
    return ByteBuffer.allocate(8 + payload.length)
        .putInt(8 + payload.length)
        .put(type.getBytes(ISO_8859_1))
        .put(payload)
        .array();
  }

  private static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
