package dev.reelway.cli.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.reelway.contracts.time.Rational;
import io.lindstrom.m3u8.model.AlternativeRendition;
import io.lindstrom.m3u8.model.MasterPlaylist;
import io.lindstrom.m3u8.model.MediaPlaylist;
import io.lindstrom.m3u8.model.MediaSegment;
import io.lindstrom.m3u8.model.Variant;
import io.lindstrom.m3u8.parser.MasterPlaylistParser;
import io.lindstrom.m3u8.parser.MediaPlaylistParser;
import io.lindstrom.m3u8.parser.ParsingMode;
import java.io.IOException;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that the playlists say is computed again from the published bytes. */
class HlsManifestIT {

  static List<Path> titles() throws IOException, InterruptedException {
    return Titles.all();
  }

  @ParameterizedTest
  @MethodSource("titles")
  void variants_ofATitle_areItsRungsAsTheirBytesAre(Path title)
      throws IOException, InterruptedException {
    List<Variant> variants = multivariant(title).variants();

    assertThat(variants)
        .extracting(Variant::uri)
        .containsExactlyInAnyOrderElementsOf(uris(tracks(title, true)));
    for (PublishedTrack track : tracks(title, true)) {
      Variant variant =
          variants.stream().filter(v -> v.uri().equals(uri(track))).findFirst().orElseThrow();
      assertRates(variant, track, title);
      assertPicture(variant, track);
    }
  }

  private static void assertRates(Variant variant, PublishedTrack track, Path title)
      throws IOException {
    int target = media(track).targetDuration();
    List<PublishedTrack> sound = tracks(title, false);
    assertThat(variant.bandwidth())
        .as("BANDWIDTH of the worst combination")
        .isEqualTo(
            worst(List.of(track), t -> MeasuredRate.of(t).peak(target))
                + worst(sound, t -> MeasuredRate.of(t).peak(target)));
    assertThat(variant.averageBandwidth())
        .as("AVERAGE-BANDWIDTH")
        .hasValue(
            worst(List.of(track), t -> MeasuredRate.of(t).average())
                + worst(sound, t -> MeasuredRate.of(t).average()));
    assertThat(variant.codecs())
        .containsExactlyElementsOf(
            Stream.concat(Stream.of(track), sound.stream())
                .map(PublishedTrack::codec)
                .distinct()
                .toList());
  }

  private static void assertPicture(Variant variant, PublishedTrack track)
      throws IOException, InterruptedException {
    assertThat(variant.resolution().orElseThrow())
        .satisfies(r -> assertThat(r.width() + "x" + r.height()).isEqualTo(track.pictureSize()));
    assertThat(variant.frameRate().orElseThrow())
        .isCloseTo(track.frameSeconds().inverse().toDouble(), within(0.0005));
  }

  private static long worst(List<PublishedTrack> tracks, Function<PublishedTrack, Rational> rate) {
    return tracks.stream()
        .mapToLong(track -> rate.apply(track).round(RoundingMode.CEILING))
        .max()
        .orElse(0);
  }

  @ParameterizedTest
  @MethodSource("titles")
  void renditions_ofATitle_areItsSoundTracks(Path title) throws IOException {
    List<AlternativeRendition> renditions = multivariant(title).alternativeRenditions();

    assertThat(renditions)
        .extracting(rendition -> rendition.uri().orElseThrow())
        .containsExactlyInAnyOrderElementsOf(uris(tracks(title, false)));
    assertThat(renditions.stream().filter(r -> r.defaultRendition().orElse(false))).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("titles")
  void mediaPlaylists_ofATitle_nameEverySegmentWithItsTrueDuration(Path title) throws IOException {
    List<Integer> targets = new ArrayList<>();
    long longestSeconds = 0;
    for (PublishedTrack track : PublishedTrack.of(title)) {
      MediaPlaylist playlist = media(track);
      assertThat(playlist.mediaSegments()).hasSameSizeAs(track.segments());
      assertTrueDurations(playlist, track);
      targets.add(playlist.targetDuration());
      for (MediaSegment segment : playlist.mediaSegments()) {
        assertThat(track.folder().resolve(segment.uri())).isRegularFile();
        longestSeconds = Math.max(longestSeconds, Math.round(segment.duration()));
      }
    }
    assertThat(targets).containsOnly((int) longestSeconds);
  }

  // Any sum of EXTINFs is within a microsecond of the truth; Apple 8.1 allows a frame.
  private static void assertTrueDurations(MediaPlaylist playlist, PublishedTrack track) {
    double sum = 0;
    for (int i = 0; i < track.segments().size(); i++) {
      assertThat(sum).isCloseTo(track.start(i).toDouble(), within(1e-6));
      sum += playlist.mediaSegments().get(i).duration();
    }
    assertThat(sum).isCloseTo(track.end().toDouble(), within(1e-6));
  }

  private static List<PublishedTrack> tracks(Path title, boolean video) throws IOException {
    return PublishedTrack.of(title).stream().filter(t -> t.isVideo() == video).toList();
  }

  private static List<String> uris(List<PublishedTrack> tracks) {
    return tracks.stream().map(HlsManifestIT::uri).toList();
  }

  private static String uri(PublishedTrack track) {
    return "tracks/" + track.id() + "/media.m3u8";
  }

  private static MasterPlaylist multivariant(Path title) throws IOException {
    // It has no image playlists, which are beyond the RFC; clients pass over tags like that.
    return new MasterPlaylistParser(ParsingMode.LENIENT).readPlaylist(title.resolve("index.m3u8"));
  }

  private static MediaPlaylist media(PublishedTrack track) throws IOException {
    return new MediaPlaylistParser().readPlaylist(track.folder().resolve("media.m3u8"));
  }
}
