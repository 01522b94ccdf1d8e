package dev.reelway.cli.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.reelway.cli.program.Titles;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Players show titles in AV1, and of titles in several codecs the one that the browser has. */
class CodecPlaybackIT {

  private static final int FRAMES = 200;

  private static Path av1;
  private static Path mixed;
  private static Chromium chromium;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    av1 = Titles.av1();
    mixed = Titles.mixed();
    chromium = Chromium.start();
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @ParameterizedTest(name = "{0} with {1}")
  @CsvSource({"hls,index.m3u8", "dash,index.mpd", "shaka,index.m3u8", "shaka,index.mpd"})
  void play_av1_everyFrameIsDecoded(String player, String manifest) throws IOException {
    assertEveryFrameIsDecoded(av1, player, manifest);
  }

  @ParameterizedTest(name = "{0} with {1}")
  @CsvSource({"hls,index.m3u8", "dash,index.mpd", "shaka,index.m3u8", "shaka,index.mpd"})
  void play_severalCodecs_everyFrameIsDecoded(String player, String manifest) throws IOException {
    assertEveryFrameIsDecoded(mixed, player, manifest);
  }

  private static void assertEveryFrameIsDecoded(Path title, String player, String manifest)
      throws IOException {
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    try (PlayServer server = PlayServer.start(title, anyPort);
        PlayWindow window = chromium.open()) {
      window.open(server, player, manifest);
      window.watch();
      window.play(1);
      window.awaitEnd(Duration.ofSeconds(90));
      assertThat(window.playback().decodedFrames())
          .as("decoded frames")
          .isCloseTo(FRAMES, within((long) FRAMES / 20));
    }
  }
}
