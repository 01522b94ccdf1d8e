package dev.reelway.cli.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.time.Rational;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the published bytes say about time: segments join without a gap, rungs are aligned. */
class PackageTimingIT {

  private static final int AAC_PRIMING = 1024;
  private static final int IDR = 5;
  private static final List<Integer> PICTURE_TYPES = List.of(1, IDR);
  private static final List<Integer> PARAMETER_SET_TYPES = List.of(7, 8);

  static List<Path> titles() throws IOException, InterruptedException {
    return Titles.all();
  }

  static List<PublishedTrack> tracks() throws IOException, InterruptedException {
    List<PublishedTrack> tracks = new ArrayList<>();
    for (Path title : Titles.all()) {
      tracks.addAll(PublishedTrack.of(title));
    }
    return tracks;
  }

  @ParameterizedTest
  @MethodSource("tracks")
  void segments_ofEveryTrack_continueExactlyWhereTheOneBeforeEnded(PublishedTrack track) {
    List<PublishedSegment> segments = track.segments();
    assertThat(segments.get(0).decodeTicks()).isZero();
    for (int i = 1; i < segments.size(); i++) {
      PublishedSegment before = segments.get(i - 1);
      assertThat(segments.get(i).decodeTicks())
          .as("tfdt of segment %d", i + 1)
          .isEqualTo(before.decodeTicks() + before.durationTicks());
      assertThat(segments.get(i).startTicks())
          .as("first presentation time of segment %d", i + 1)
          .isEqualTo(before.endTicks());
    }
  }

  @ParameterizedTest
  @MethodSource("tracks")
  void segments_ofVideo_startWithAnIdrAndTellItsSyncFramesTruly(PublishedTrack track) {
    if (!track.isVideo()) {
      return;
    }
    for (PublishedSegment segment : track.segments()) {
      PublishedSegment.Sample first = segment.samples().get(0);
      assertThat(pictureType(first)).isEqualTo(IDR);
      assertThat(first.presentationTicks()).isEqualTo(segment.startTicks());
      assertThat(segment.samples())
          .allSatisfy(s -> assertThat(s.sync()).isEqualTo(pictureType(s) == IDR));
    }
  }

  @ParameterizedTest
  @MethodSource("tracks")
  void init_ofEveryTrack_isTheOnlyPlaceOfParameterSets(PublishedTrack track) {
    if (!track.isVideo()) {
      return;
    }
    assertThat(track.segments())
        .flatExtracting(PublishedSegment::samples)
        .flatExtracting(sample -> nalTypes(sample.data()))
        .doesNotContainAnyElementsOf(PARAMETER_SET_TYPES);
  }

  @ParameterizedTest
  @MethodSource("tracks")
  void edits_ofEveryTrack_areThePrimingOfSoundAndNothingElse(PublishedTrack track) {
    if (track.isVideo()) {
      assertThat(track.edits()).isEmpty();
    } else {
      assertThat(track.edits())
          .singleElement()
          .satisfies(edit -> assertThat(edit.mediaTicks()).isEqualTo(AAC_PRIMING));
    }
  }

  @ParameterizedTest
  @MethodSource("titles")
  void boundaries_ofAllRungs_areEqualFractions(Path title) throws IOException {
    List<List<Rational>> boundaries =
        PublishedTrack.of(title).stream()
            .filter(PublishedTrack::isVideo)
            .map(PackageTimingIT::boundaries)
            .toList();

    assertThat(boundaries).hasSizeGreaterThan(1);
    assertThat(boundaries).allSatisfy(rung -> assertThat(rung).isEqualTo(boundaries.get(0)));
  }

  @ParameterizedTest
  @MethodSource("titles")
  void sound_ofATitle_changesSegmentWithinOneFrameOfThePicture(Path title) throws IOException {
    List<PublishedTrack> tracks = PublishedTrack.of(title);
    PublishedTrack video = tracks.stream().filter(PublishedTrack::isVideo).findAny().orElseThrow();
    for (PublishedTrack audio : tracks.stream().filter(t -> !t.isVideo()).toList()) {
      assertThat(audio.segments()).hasSameSizeAs(video.segments());
      for (int i = 0; i < audio.segments().size(); i++) {
        assertNear(audio.start(i), video.start(i), audio.frameSeconds());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("titles")
  void tracks_ofATitle_startTogetherAndEndWithinOneFrame(Path title) throws IOException {
    List<PublishedTrack> tracks = PublishedTrack.of(title);
    Rational longestFrame =
        tracks.stream().map(PublishedTrack::frameSeconds).max(Rational::compareTo).orElseThrow();

    assertThat(tracks).allSatisfy(track -> assertThat(track.start(0)).isEqualTo(Rational.ZERO));
    assertThat(tracks)
        .allSatisfy(track -> assertNear(track.end(), tracks.get(0).end(), longestFrame));
  }

  private static List<Rational> boundaries(PublishedTrack track) {
    List<Rational> boundaries = new ArrayList<>();
    IntStream.range(0, track.segments().size()).mapToObj(track::start).forEach(boundaries::add);
    boundaries.add(track.end());
    return boundaries;
  }

  private static void assertNear(Rational actual, Rational wanted, Rational most) {
    Rational distance = actual.minus(wanted);
    Rational size = distance.compareTo(Rational.ZERO) < 0 ? wanted.minus(actual) : distance;
    assertThat(size).as("distance of %s from %s", actual, wanted).isLessThanOrEqualTo(most);
  }

  private static int pictureType(PublishedSegment.Sample sample) {
    return nalTypes(sample.data()).stream()
        .filter(PICTURE_TYPES::contains)
        .findFirst()
        .orElseThrow();
  }

  /** Types of the units of a picture, each of which has its length in front (4 bytes). */
  private static List<Integer> nalTypes(ByteBuffer data) {
    List<Integer> types = new ArrayList<>();
    int position = 0;
    while (position < data.limit()) {
      types.add(data.get(position + 4) & 0x1f);
      position += 4 + data.getInt(position);
    }
    assertThat(position).as("end of the last unit").isEqualTo(data.limit());
    return types;
  }
}
