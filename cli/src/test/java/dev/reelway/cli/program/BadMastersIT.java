package dev.reelway.cli.program;

import static dev.reelway.contracts.failure.FailureKind.MASTER_DAMAGED;
import static dev.reelway.contracts.failure.FailureKind.MASTER_EMPTY;
import static dev.reelway.contracts.failure.FailureKind.MASTER_IS_A_PLAYLIST;
import static dev.reelway.contracts.failure.FailureKind.MASTER_MALFORMED;
import static dev.reelway.contracts.failure.FailureKind.MASTER_NOT_FOUND;
import static dev.reelway.contracts.failure.FailureKind.MASTER_TRUNCATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelway.cli.command.ExitCodes;
import dev.reelway.contracts.failure.FailureKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Masters that cannot become a title are refused in one sentence and leave nothing behind. */
class BadMastersIT {

  private static final int SECONDS = 4;
  private static final int SCRATCH_BYTES = 3000;

  @TempDir private static Path shared;
  private static Path good;
  private static Path ladder;

  @TempDir private Path folder;

  @BeforeAll
  static void makeMaster() throws IOException, InterruptedException {
    good = Masters.plain(shared, SECONDS);
    ladder = Masters.ladder(shared);
  }

  @Test
  void encode_missingFile_isRefused() throws Exception {
    assertRefused(folder.resolve("missing.mp4"), MASTER_NOT_FOUND);
  }

  @Test
  void encode_folder_isRefused() throws Exception {
    assertRefused(shared, MASTER_NOT_FOUND);
  }

  @Test
  void encode_namedPipe_isRefusedWithoutWaitingForAWriter() throws Exception {
    assertRefused(namedPipe(), MASTER_NOT_FOUND);
  }

  @Test
  void encode_emptyFile_isRefused() throws Exception {
    assertRefused(Files.createFile(folder.resolve("empty.mp4")), MASTER_EMPTY);
  }

  @Test
  void encode_textNamedMp4_isRefused() throws Exception {
    Path text = Files.writeString(folder.resolve("text.mp4"), "Dear editor, the film follows.");
    assertRefused(text, MASTER_MALFORMED);
  }

  @Test
  void encode_indexMissing_isRefused() throws Exception {
    Path indexLast = Masters.make(shared, "index-last.mp4", "-i " + good + " -c copy");
    assertRefused(firstHalf(indexLast), MASTER_TRUNCATED);
  }

  @Test
  void encode_cutInTheMiddle_isRefused() throws Exception {
    assertRefused(firstHalf(good), MASTER_TRUNCATED);
  }

  @Test
  void encode_scratchedInTheMiddle_isRefusedWithTheTimeCode() throws Exception {
    String said = assertRefused(scratched(), MASTER_DAMAGED);
    assertThat(said).containsPattern("at 0:00:0[123]\\.\\d{3}");
  }

  @Test
  void encode_cutWithTolerance_makesTheTitleOfWhatIsLeft() throws Exception {
    String said = encodeTolerantly(firstHalf(good));
    assertThat(said).contains("[MASTER_CUT]");
  }

  @Test
  void encode_scratchedWithTolerance_makesTheWholeTitleAndNamesTheDamage() throws Exception {
    String said = encodeTolerantly(scratched());
    assertThat(said).contains("%d frames".formatted(SECONDS * 25)).contains("Bridged  The picture");
  }

  @Test
  void encode_soundAlone_makesATitleOfSound() throws Exception {
    Path sound = Masters.make(folder, "sound.m4a", "-i " + good + " -vn -c copy");
    Path title = folder.resolve("title");
    encode(sound, title).succeeded();
    assertThat(PublishedTrack.of(title)).noneMatch(PublishedTrack::isVideo).hasSize(1);
  }

  @Test
  void encode_pictureAlone_makesASilentTitle() throws Exception {
    Path picture = Masters.make(folder, "picture.mp4", "-i " + good + " -an -c copy");
    Path title = folder.resolve("title");
    encode(picture, title).succeeded();
    assertThat(PublishedTrack.of(title)).allMatch(PublishedTrack::isVideo).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#EXTM3U\n#EXT-X-TARGETDURATION:6\n#EXTINF:6,\n%s\n#EXT-X-ENDLIST\n",
        "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\n%s\n",
        "ffconcat version 1.0\nfile '%s'\n",
        "file %s\n",
        "<?xml version=\"1.0\"?><MPD><Period><BaseURL>%s</BaseURL></Period></MPD>",
        "v=0\no=- 0 0 IN IP4 127.0.0.1\nm=video 9 RTP/AVP 96\nu=%s\n",
        "[playlist]\nFile1=%s\n",
        "\uFEFF#EXTM3U\n#EXT-X-TARGETDURATION:6\n#EXTINF:6,\n%s\n#EXT-X-ENDLIST\n",
        "# my films\nfile %s\n",
        "<smil><body><video src=\"%s\"/></body></smil>"
      })
  void encode_listOfOtherFiles_isRefusedAndNothingElseIsOpened(String list) throws Exception {
    assertOpensNothing(list);
  }

  // A program that opened the pipe would wait in it for ever; one that connected would be seen.
  private void assertOpensNothing(String list) throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String address = "http://127.0.0.1:%d/film.ts".formatted(socket.getLocalPort());
      for (String target : List.of(address, namedPipe().toString())) {
        Path file = Files.writeString(folder.resolve("list.mp4"), list.formatted(target));
        assertRefused(file, MASTER_IS_A_PLAYLIST);
      }
      socket.setSoTimeout(1);
      assertThatThrownBy(socket::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }

  private String assertRefused(Path master, FailureKind kind) throws Exception {
    Path title = folder.resolve("title");
    ReelwayProcess.Result result = encode(master, title);
    result.failed(ExitCodes.MASTER_REFUSED, kind);
    assertThat(title).doesNotExist();
    return result.err();
  }

  private String encodeTolerantly(Path master) throws Exception {
    Path title = folder.resolve("title");
    String said = encode(master, title, "--tolerate-damage").succeeded().out();
    assertThat(title.resolve("index.m3u8")).exists();
    return said;
  }

  private static ReelwayProcess.Result encode(Path master, Path title, String... options)
      throws Exception {
    List<Object> arguments =
        new ArrayList<>(List.of("encode", master, "--ladder", ladder, "--out", title));
    arguments.addAll(List.of(options));
    return ReelwayProcess.run(arguments.toArray());
  }

  private Path namedPipe() throws Exception {
    Path pipe = folder.resolve("pipe");
    if (!Files.exists(pipe)) {
      new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
    }
    return pipe;
  }

  private Path firstHalf(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    return Files.write(folder.resolve("half.mp4"), Arrays.copyOf(bytes, bytes.length / 2));
  }

  private Path scratched() throws IOException {
    byte[] bytes = Files.readAllBytes(good);
    Arrays.fill(bytes, bytes.length / 2, bytes.length / 2 + SCRATCH_BYTES, (byte) 0xA5);
    return Files.write(folder.resolve("scratched.mp4"), bytes);
  }
}
