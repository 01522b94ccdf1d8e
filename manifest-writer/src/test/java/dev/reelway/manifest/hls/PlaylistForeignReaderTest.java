package dev.reelway.manifest.hls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.reelway.contracts.plan.TextFormat;
import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.contracts.title.AudioTrack;
import dev.reelway.contracts.title.ImageTrack;
import dev.reelway.contracts.title.Presentation;
import dev.reelway.contracts.title.TextTrack;
import dev.reelway.contracts.title.Track;
import dev.reelway.contracts.title.VideoTrack;
import dev.reelway.contracts.work.KeyPicture;
import dev.reelway.manifest.BitrateWindow;
import dev.reelway.manifest.SamplePresentations;
import dev.reelway.manifest.SegmentTimes;
import dev.reelway.manifest.TrackUris;
import io.lindstrom.m3u8.model.AlternativeRendition;
import io.lindstrom.m3u8.model.MasterPlaylist;
import io.lindstrom.m3u8.model.MediaType;
import io.lindstrom.m3u8.model.PlaylistType;
import io.lindstrom.m3u8.model.SegmentMap;
import io.lindstrom.m3u8.parser.MasterPlaylistParser;
import io.lindstrom.m3u8.parser.MediaPlaylistParser;
import io.lindstrom.m3u8.parser.ParsingMode;
import io.lindstrom.m3u8.parser.PlaylistParserException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads every playlist with a parser that is not ours and finds the presentation in it again. */
final class PlaylistForeignReaderTest {

  private static final TrackUris URIS = TrackUris.fromPublic(StorageLayout.ofTitle("t"));

  static Set<String> names() {
    return SamplePresentations.all().keySet();
  }

  @ParameterizedTest
  @MethodSource("names")
  void mediaPlaylist_ofEveryTrack_hasItsSegments(String name) throws PlaylistParserException {
    Presentation presentation = SamplePresentations.all().get(name);
    long target = SegmentTimes.targetSeconds(presentation);
    Stream<Track> tracks =
        presentation
            .tracks()
            .filter(MediaPlaylist::plays)
            .filter(track -> !(track instanceof ImageTrack))
            .filter(track -> !presentation.trickPlay().contains(track));
    for (Track track : tracks.toList()) {
      var playlist = new MediaPlaylistParser().readPlaylist(MediaPlaylist.of(track, target).text());
      assertThat(playlist.version()).contains(7);
      assertThat(playlist.playlistType()).contains(PlaylistType.VOD);
      assertThat(playlist.ongoing()).isFalse();
      assertThat(playlist.independentSegments()).isTrue();
      assertThat(playlist.targetDuration()).isEqualTo((int) target);
      assertThat(playlist.mediaSegments()).hasSameSizeAs(track.segments());
      boolean files = track instanceof TextTrack text && text.format() == TextFormat.WEBVTT;
      assertThat(playlist.mediaSegments().get(0).segmentMap().map(SegmentMap::uri))
          .isEqualTo(files ? Optional.empty() : Optional.of(StorageLayout.INIT));
      for (int i = 0; i < track.segments().size(); i++) {
        var segment = playlist.mediaSegments().get(i);
        assertThat(segment.uri())
            .isEqualTo(
                files ? StorageLayout.textSegmentName(i + 1) : StorageLayout.segmentName(i + 1));
        assertThat(segment.duration() * track.timescale())
            .isCloseTo((double) track.segments().get(i).durationTicks(), within(1.0));
        assertThat(Math.round(segment.duration())).isLessThanOrEqualTo(target);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void multivariantPlaylist_ofASample_offersEveryRung(String name) throws PlaylistParserException {
    Presentation presentation = SamplePresentations.all().get(name);
    MasterPlaylist playlist = read(presentation);
    assertThat(playlist.independentSegments()).isTrue();
    long target = SegmentTimes.targetSeconds(presentation);
    long sound =
        presentation.audio().stream()
            .mapToLong(track -> BitrateWindow.of(track, target).peakBitsPerSecond())
            .max()
            .orElse(0);
    long text =
        presentation.text().stream()
            .filter(track -> track.format().inHls())
            .mapToLong(track -> BitrateWindow.of(track, target).peakBitsPerSecond())
            .max()
            .orElse(0);
    for (VideoTrack track : presentation.video()) {
      var variant =
          playlist.variants().stream()
              .filter(v -> v.uri().equals(URIS.mediaPlaylist(track.id())))
              .findFirst()
              .orElseThrow();
      assertThat(variant.bandwidth())
          .isEqualTo(BitrateWindow.of(track, target).peakBitsPerSecond() + sound + text);
      assertThat(variant.averageBandwidth().orElseThrow()).isLessThanOrEqualTo(variant.bandwidth());
      assertThat(variant.resolution().orElseThrow().width()).isEqualTo(track.width());
      assertThat(variant.frameRate().orElseThrow())
          .isCloseTo(track.rate().framesPerSecond().toDouble(), within(0.0005));
      assertThat(variant.codecs()).startsWith(track.codec());
      assertThat(variant.audio().isPresent()).isEqualTo(!presentation.audio().isEmpty());
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void multivariantPlaylist_ofASample_offersEverySound(String name) throws PlaylistParserException {
    Presentation presentation = SamplePresentations.all().get(name);
    List<AlternativeRendition> renditions = renditions(presentation, MediaType.AUDIO);
    assertThat(renditions).hasSameSizeAs(presentation.audio());
    for (int i = 0; i < renditions.size(); i++) {
      AudioTrack track = presentation.audio().get(i);
      assertThat(renditions.get(i).uri()).contains(URIS.mediaPlaylist(track.id()));
      assertThat(renditions.get(i).channels().orElseThrow().count()).isEqualTo(track.channels());
      assertThat(renditions.get(i).language().orElse("und")).isEqualTo(track.language());
    }
    assertThat(renditions.stream().filter(r -> r.defaultRendition().orElse(false)))
        .hasSize(renditions.isEmpty() ? 0 : 1);
  }

  @Test
  void multivariantPlaylist_subtitled_offersEveryTextOnce() throws PlaylistParserException {
    Presentation presentation = SamplePresentations.subtitled();
    List<AlternativeRendition> renditions = renditions(presentation, MediaType.SUBTITLES);

    assertThat(renditions)
        .extracting(AlternativeRendition::name)
        .containsExactly(
            "English", "English (SDH)", "German (forced)", "English (commentary)", "Subtitles");
    assertThat(renditions)
        .extracting(r -> r.forced().orElse(false))
        .containsExactly(false, false, true, false, false);
    assertThat(renditions.get(1).characteristics())
        .containsExactly(
            "public.accessibility.transcribes-spoken-dialog",
            "public.accessibility.describes-music-and-sound");
    assertThat(read(presentation).variants())
        .allSatisfy(variant -> assertThat(variant.subtitles()).contains("text"));
  }

  private static List<AlternativeRendition> renditions(Presentation presentation, MediaType type)
      throws PlaylistParserException {
    return read(presentation).alternativeRenditions().stream()
        .filter(rendition -> rendition.type() == type)
        .toList();
  }

  @Test
  void iFramePlaylist_scrubbing_namesEveryKeyPictureByItsBytes() throws PlaylistParserException {
    Presentation presentation = SamplePresentations.scrubbing();
    VideoTrack track = presentation.trickPlay().get(0);
    var playlist =
        new MediaPlaylistParser()
            .readPlaylist(
                MediaPlaylist.ofKeyPictures(track, SegmentTimes.targetSeconds(presentation))
                    .text());

    assertThat(playlist.iFramesOnly()).isTrue();
    assertThat(playlist.mediaSegments()).hasSize(18);
    var second = playlist.mediaSegments().get(1);
    KeyPicture picture = track.segments().get(0).keyPictures().get(1);
    assertThat(second.uri()).isEqualTo("segment-00001.m4s");
    assertThat(second.byteRange().orElseThrow().length()).isEqualTo(picture.sizeBytes());
    assertThat(second.byteRange().orElseThrow().offset()).contains(picture.offsetBytes());
    assertThat(playlist.mediaSegments().get(0).segmentMap().map(SegmentMap::uri))
        .contains(StorageLayout.INIT);
    double seconds = playlist.mediaSegments().stream().mapToDouble(s -> s.duration()).sum();
    assertThat(seconds).as("nothing between the pictures").isCloseTo(19, within(1e-5));
  }

  @Test
  void multivariantPlaylist_scrubbing_offersKeyPicturesOfEveryRung()
      throws PlaylistParserException {
    Presentation presentation = SamplePresentations.scrubbing();
    var variants = read(presentation).iFrameVariants();

    assertThat(variants)
        .extracting(variant -> variant.uri())
        .containsExactly(
            URIS.iFramePlaylist("v360-ff"),
            URIS.iFramePlaylist("v720"),
            URIS.iFramePlaylist("v360"));
    assertThat(variants.get(1).bandwidth()).isLessThan(2_500_000);
    assertThat(variants.get(1).codecs()).containsExactly("avc1.64001f");
  }

  @Test
  void multivariantPlaylist_film_startsNearTwoMegabits() throws PlaylistParserException {
    assertThat(read(SamplePresentations.film()).variants())
        .extracting(variant -> variant.resolution().orElseThrow().height())
        .containsExactly(720, 1080, 360);
  }

  @Test
  void multivariantPlaylist_soundAlone_hasNoPicture() throws PlaylistParserException {
    assertThat(read(SamplePresentations.podcast()).variants())
        .singleElement()
        .satisfies(variant -> assertThat(variant.resolution()).isEmpty())
        .satisfies(variant -> assertThat(variant.codecs()).containsExactly("mp4a.40.2"));
  }

  private static MasterPlaylist read(Presentation presentation) throws PlaylistParserException {
    // Players pass over tags that they do not know, such as that of thumbnails.
    return new MasterPlaylistParser(ParsingMode.LENIENT)
        .readPlaylist(MultivariantPlaylist.of(presentation, URIS).text());
  }
}
