package dev.reelway.manifest;

import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.contracts.title.Presentation;
import dev.reelway.contracts.title.Track;
import dev.reelway.contracts.title.VideoTrack;
import dev.reelway.manifest.dash.Mpd;
import dev.reelway.manifest.hls.IFrameVariant;
import dev.reelway.manifest.hls.MediaPlaylist;
import dev.reelway.manifest.hls.MultivariantPlaylist;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ManifestGoldenTest {

  private static final TrackUris URIS = TrackUris.fromPublic(StorageLayout.ofTitle("t"));

  static Set<String> names() {
    return SamplePresentations.all().keySet();
  }

  @ParameterizedTest
  @MethodSource("names")
  void text_ofASample_isTheGolden(String name) throws IOException {
    Presentation presentation = SamplePresentations.all().get(name);
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("index.m3u8", MultivariantPlaylist.of(presentation, URIS).text());
    texts.put("index.mpd", Mpd.of(presentation, URIS).text());
    long target = SegmentTimes.targetSeconds(presentation);
    for (Track track : presentation.tracks().filter(MediaPlaylist::plays).toList()) {
      if (!presentation.trickPlay().contains(track)) {
        texts.put("tracks/" + track.id() + "/media.m3u8", MediaPlaylist.of(track, target).text());
      }
    }
    for (VideoTrack track : IFrameVariant.tracks(presentation).toList()) {
      texts.put(
          "tracks/" + track.id() + "/iframes.m3u8",
          MediaPlaylist.ofKeyPictures(track, target).text());
    }
    presentation
        .thumbnails()
        .ifPresent(images -> texts.put("storyboard.vtt", Storyboard.of(images, URIS)));
    checkAll(name, texts);
  }

  /** Looks at all of them before it fails, so that one run renews every golden. */
  private static void checkAll(String name, Map<String, String> texts) throws IOException {
    List<AssertionError> failures = new ArrayList<>();
    for (Map.Entry<String, String> text : texts.entrySet()) {
      try {
        Golden.check(name + "/" + text.getKey(), text.getValue());
      } catch (AssertionError e) {
        failures.add(e);
      }
    }
    if (!failures.isEmpty()) {
      throw failures.get(0);
    }
  }

  @Test
  void check_everySample_holds() {
    SamplePresentations.all().values().forEach(PresentationCheck::check);
  }
}
