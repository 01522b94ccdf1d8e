package dev.reelway.cli.client.title;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.cli.client.Statuses;
import dev.reelway.contracts.fleet.TitleStatus;
import dev.reelway.contracts.title.Phase;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TitleTextTest {

  private static final LocalTimes ZURICH = new LocalTimes(ZoneId.of("Europe/Zurich"));
  private static final Instant NOW = Instant.parse("2026-03-01T10:02:10Z");

  private static List<String> lines(TitleStatus status) {
    Optional<URI> hls =
        status.published().map(p -> URI.create("https://cdn.example/" + p.hlsKey()));
    return TitleText.lines(new TitleView(status, hls, Optional.empty()), ZURICH, NOW);
  }

  @Test
  void lines_whileEncoding_tellStagesRungsTasksAndReuse() {
    assertThat(lines(Statuses.in(Phase.ENCODING)))
        .containsExactly(
            "Title    Sintel, the trailer (sintel), version 1",
            "Phase    ENCODING",
            "Master   s3://masters/sintel.mp4",
            "         MP4/MOV, H.264 1280x720, 52 s",
            "Made by  profile default, express",
            "Meta     house = 4711",
            "Plan     0:00:52.209 · 2 rungs · 2 sound tracks · 18 chunks · about 130 CPU-s"
                + " · at most 21.3 MB",
            "",
            "Stage                  Entered     Took",
            "---------------------------------------",
            "SUBMITTED  2026-03-01 11:00:00  0:01:05",
            "ENCODING   2026-03-01 11:01:05  0:01:05",
            "",
            "Overall  [###########-----------------]  39.9 %  ETA 1:15",
            "Picture  500 of 1253 frames, 2 tasks running",
            "Rungs    720p 39 % · 480p 39 %",
            "Tasks    9 of 20 encoded, 7 packaged, 1 tried again",
            "Reused   15 of 60 parts",
            "Warning  The sound ends early. [SOUND_SHORTER]",
            "         → Check that the sound is complete.");
  }

  @Test
  void lines_whileWaiting_tellThePlaceInTheQueue() {
    assertThat(lines(Statuses.in(Phase.SUBMITTED)))
        .contains("Phase    SUBMITTED, number 3 in the queue")
        .endsWith("SUBMITTED  2026-03-01 11:00:00  0:02:10");
  }

  @Test
  void lines_ofAFailure_tellWhyAndWhatToDo() {
    assertThat(lines(Statuses.in(Phase.FAILED)))
        .contains("FAILED     2026-03-01 11:01:05        -")
        .endsWith(
            "Failed   'sintel.mp4' ends at byte 100. [MASTER_TRUNCATED]",
            "         Upload the complete file; the end of this one is missing.");
  }

  @Test
  void lines_ofARefusedMaster_doNotAdviseToTryItAgain() {
    assertThat(lines(Statuses.in(Phase.FAILED))).noneMatch(line -> line.contains("retry"));
  }

  @Test
  void lines_ofAPublishedTitle_endWithItsAddresses() {
    assertThat(lines(Statuses.in(Phase.PUBLISHED)))
        .endsWith("Public   version 1", "HLS      https://cdn.example/k/index.m3u8")
        .contains("Rungs    720p 100 % · 480p 100 %");
  }

  @Test
  void lines_ofATitleThatWaits_nameTheCommandThatGoesOn() {
    assertThat(lines(Statuses.in(Phase.AWAITING_START)).get(1))
        .isEqualTo("Phase    AWAITING_START; start it with: reelway start sintel");
    assertThat(lines(Statuses.in(Phase.AWAITING_PUBLISH)).get(1))
        .endsWith("reelway publish sintel");
    assertThat(lines(Statuses.in(Phase.HELD)).get(1)).endsWith("reelway retry sintel");
  }
}
