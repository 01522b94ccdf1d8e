package dev.reelway.manifest.hls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.master.TrackRole;
import dev.reelway.contracts.title.AudioTrack;
import dev.reelway.contracts.title.Presentation;
import dev.reelway.manifest.SamplePresentations;
import dev.reelway.manifest.TrackUris;
import java.util.List;
import org.junit.jupiter.api.Test;

final class VariantsTest {

  private static final TrackUris URIS = new TrackUris("tracks/");

  @Test
  void of_twoSoundCodecs_combinesEachRungWithEach() {
    Presentation film = SamplePresentations.film();
    AudioTrack stereo = film.audio().get(0);
    AudioTrack surround =
        new AudioTrack(
            "a-51",
            "English",
            "ec-3",
            48000,
            48000,
            6,
            "en",
            TrackRole.MAIN,
            false,
            stereo.segments());
    Presentation both =
        new Presentation(film.duration(), film.video(), List.of(stereo, surround), List.of());
    assertThat(Variants.of(both, URIS))
        .hasSize(6)
        .extracting(variant -> variant.codecs().get(1))
        .containsOnly("mp4a.40.2", "ec-3");
  }

  @Test
  void of_rungsAfterTheFirst_fallInBandwidth() {
    List<Variant> variants = Variants.of(SamplePresentations.film(), URIS);
    assertThat(variants.subList(1, variants.size()))
        .extracting(Variant::bandwidth)
        .isSortedAccordingTo((a, b) -> Long.compare(b, a));
  }

  @Test
  void of_hdrBesideSdr_namesTheRangeOfBoth() {
    assertThat(Variants.of(SamplePresentations.hdr(), URIS))
        .extracting(variant -> variant.picture().orElseThrow().videoRange().orElseThrow())
        .containsExactlyInAnyOrder("PQ", "SDR");
  }
}
