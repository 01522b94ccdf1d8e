package dev.reelway.cli.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Three real players in a real browser play a title from its first frame to its last. */
class PlayersIT {

  /** A title plays faster than a viewer would watch it, as fast as slow machines decode it. */
  private static final double FAST = 4;

  private static TitleFixture title;
  private static PlayServer server;
  private static Chromium chromium;

  private PlayWindow window;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    title = TitleFixture.sample();
    server =
        PlayServer.start(title.path(), new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
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

  @BeforeEach
  void openWindow() {
    window = chromium.open();
  }

  @AfterEach
  void closeWindow() {
    window.close();
  }

  @ParameterizedTest(name = "{0} with {1}")
  @CsvSource({"hls,index.m3u8", "dash,index.mpd", "shaka,index.m3u8", "shaka,index.mpd"})
  void play_wholeTitle_everyFrameAndAllSoundIsDecodedWithoutAGap(String player, String manifest) {
    window.open(server, player, manifest);
    window.watch();
    window.play(FAST);
    window.awaitEnd(Duration.ofSeconds(Math.round(60 + 3 * title.seconds())));

    Playback playback = window.playback();
    assertReachedTheEnd(playback);
    assertNoGap(playback);
    assertThat(playback.decodedFrames())
        .as("decoded frames")
        .isCloseTo(title.frames(), within(title.frames() / 50));
    assertSoundAllAlong(playback);
    assertNobodyComplained();
  }

  @ParameterizedTest(name = "{0} with {1}")
  @CsvSource({"hls,index.m3u8", "dash,index.mpd", "shaka,index.m3u8", "shaka,index.mpd"})
  void force_otherRung_decodedPictureChangesSize(String player, String manifest) {
    window.open(server, player, manifest);
    window.play(1);
    for (int width : new int[] {title.lowestWidth(), title.highestWidth(), title.lowestWidth()}) {
      window.force(width);
      window.awaitDecodedWidth(width);
    }
    assertNobodyComplained();
  }

  private static void assertReachedTheEnd(Playback playback) {
    assertThat(playback.currentSeconds())
        .as("where playing ended")
        .isCloseTo(playback.durationSeconds(), within(title.frameSeconds()));
    assertThat(playback.durationSeconds())
        .as("duration, which the last frame of sound may prolong")
        .isCloseTo(title.seconds(), within(2 * title.frameSeconds()));
  }

  private static void assertNoGap(Playback playback) {
    assertThat(playback.seeks()).as("jumps over gaps").isZero();
    assertThat(playback.playedRanges()).as("played stretches").isEqualTo(1);
    assertThat(playback.samples())
        .as("buffered stretches")
        .allSatisfy(sample -> assertThat(sample.bufferedRanges()).isLessThanOrEqualTo(1));
  }

  private static void assertSoundAllAlong(Playback playback) {
    double quarter = title.seconds() / 4;
    for (int i = 0; i < 4; i++) {
      assertThat(playback.audioBytesBetween(i * quarter, (i + 1) * quarter))
          .as("bytes of sound decoded in quarter %d of the title", i + 1)
          .isPositive();
    }
  }

  private void assertNobodyComplained() {
    assertThat(window.complaints()).as("errors of page, player and browser").isEmpty();
    assertThat(window.hosts())
        .as("hosts the page talked to")
        .containsExactly(server.uri().getHost());
  }
}
