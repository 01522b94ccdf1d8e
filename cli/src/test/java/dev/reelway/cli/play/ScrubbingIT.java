package dev.reelway.cli.play;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.cli.program.Titles;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Players find thumbnails in the manifests, and the page shows them above its time line. */
class ScrubbingIT {

  private static final double SECONDS = 8;

  private static PlayServer server;
  private static Chromium chromium;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    server =
        PlayServer.start(
            Titles.scrubbing(), new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    chromium = Chromium.start();
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      chromium.close();
    }
    if (server != null) {
      server.close();
    }
  }

  @ParameterizedTest(name = "{0} with {1}")
  @CsvSource({
    "hls,index.m3u8,false",
    "dash,index.mpd,true",
    "shaka,index.m3u8,true",
    "shaka,index.mpd,true"
  })
  void scrub_anyInstant_thumbnailIsTheStoryboards(String player, String manifest, boolean own) {
    try (PlayWindow window = chromium.open()) {
      window.open(server, player, manifest);
      for (double time : new double[] {0.7, 2.2, 5.2, 7.9}) {
        Thumbnail listed = window.storyboard(time).orElseThrow();
        assertThat(window.loads(listed)).as("size of the tile for %s s", time).isEqualTo("640x360");
        assertThat(window.thumbnail(time)).isEqualTo(own ? Optional.of(listed) : Optional.empty());
        window.pointAt(time / SECONDS);
        window.awaitPreview(listed);
      }
      assertThat(window.complaints()).isEmpty();
    }
  }
}
