package dev.reelway.cli.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.time.Rational;
import io.lindstrom.mpd.MPDParser;
import io.lindstrom.mpd.data.AdaptationSet;
import io.lindstrom.mpd.data.MPD;
import io.lindstrom.mpd.data.Representation;
import io.lindstrom.mpd.data.Segment;
import io.lindstrom.mpd.data.SegmentTemplate;
import java.io.IOException;
import java.io.InputStream;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that the MPD says is computed again from the published bytes. */
class DashManifestIT {

  private static final long NANOS = 1_000_000_000;

  /** A representation, the set that it inherits from, and the track with its id. */
  private record Read(AdaptationSet set, Representation representation, PublishedTrack track) {

    SegmentTemplate template() {
      SegmentTemplate own = representation.getSegmentTemplate();
      return own == null ? set.getSegmentTemplate() : own;
    }
  }

  static List<Path> titles() throws IOException, InterruptedException {
    return Titles.all();
  }

  @ParameterizedTest
  @MethodSource("titles")
  void representations_thatArePlayed_areTheTracksOfTheTitle(Path title) throws IOException {
    assertThat(reads(title))
        .extracting(read -> read.representation().getId())
        .containsExactlyInAnyOrderElementsOf(
            PublishedTrack.of(title).stream().map(PublishedTrack::id).toList());
  }

  @ParameterizedTest
  @MethodSource("titles")
  void timeline_ofEveryRepresentation_isThatOfItsSegments(Path title) throws IOException {
    for (Read read : reads(title)) {
      SegmentTemplate template = read.template();
      List<Rational> instants = instants(template);

      assertThat(template.getTimescale()).isEqualTo(read.track().timescale());
      assertThat(instants).hasSize(read.track().segments().size() + 1);
      for (int i = 0; i < read.track().segments().size(); i++) {
        assertThat(instants.get(i)).isEqualTo(read.track().start(i));
        assertThat(instants.get(i + 1)).isEqualTo(read.track().end(i));
        assertThat(title.resolve(segmentUri(read, i))).isRegularFile();
      }
      assertThat(title.resolve(filled(template.getInitialization(), read))).isRegularFile();
    }
  }

  @ParameterizedTest
  @MethodSource("titles")
  void representations_ofATitle_sayWhatTheirBytesAre(Path title)
      throws IOException, InterruptedException {
    for (Read read : reads(title)) {
      assertThat(read.representation().getCodecs()).isEqualTo(read.track().codec());
      if (read.track().isVideo()) {
        assertThat(read.representation().getWidth() + "x" + read.representation().getHeight())
            .isEqualTo(read.track().pictureSize());
        assertThat(rate(read.representation().getFrameRate()))
            .isEqualTo(read.track().frameSeconds().inverse());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("titles")
  void bandwidth_ofEveryRepresentation_keepsThePromiseAndNoMore(Path title) throws IOException {
    Rational buffer = seconds(mpd(title).getMinBufferTime());
    for (Read read : reads(title)) {
      MeasuredRate rate = MeasuredRate.of(read.track());
      long sustained = rate.sustained(buffer).round(RoundingMode.CEILING);
      long peak = rate.peak(targetSeconds(title)).round(RoundingMode.CEILING);

      assertThat(read.representation().getBandwidth())
          .isBetween(sustained, Math.max(peak, sustained));
    }
  }

  @ParameterizedTest
  @MethodSource("titles")
  void durations_ofTheMpd_areThoseOfTheTitle(Path title) throws IOException {
    MPD mpd = mpd(title);
    List<PublishedTrack> tracks = PublishedTrack.of(title);
    Rational end =
        tracks.stream()
            .filter(PublishedTrack::isVideo)
            .map(PublishedTrack::end)
            .findAny()
            .orElseThrow();

    assertThat(mpd.getMediaPresentationDuration().toNanos()).isEqualTo(end.times(NANOS).round());
    assertThat(tracks)
        .flatExtracting(track -> MeasuredRate.of(track).durations())
        .allSatisfy(
            duration ->
                assertThat(duration).isLessThanOrEqualTo(seconds(mpd.getMaxSegmentDuration())));
  }

  private static String segmentUri(Read read, int index) {
    return filled(read.template().getMedia(), read)
        .replace("$Number%05d$", "%05d".formatted(read.template().getStartNumber() + index));
  }

  private static String filled(String template, Read read) {
    return template.replace("$RepresentationID$", read.track().id());
  }

  /** Where segments start, in seconds, and where the last one ends. */
  private static List<Rational> instants(SegmentTemplate template) {
    List<Rational> instants = new ArrayList<>();
    long next = 0;
    for (Segment run : template.getSegmentTimeline()) {
      next = run.getT() == null ? next : run.getT();
      for (long i = 0; i <= (run.getR() == null ? 0 : run.getR()); i++) {
        instants.add(new Rational(next, template.getTimescale()));
        next += run.getD();
      }
    }
    instants.add(new Rational(next, template.getTimescale()));
    return instants;
  }

  private static List<Read> reads(Path title) throws IOException {
    List<Read> reads = new ArrayList<>();
    List<PublishedTrack> tracks = PublishedTrack.of(title);
    for (AdaptationSet set : played(mpd(title))) {
      for (Representation representation : set.getRepresentations()) {
        PublishedTrack track =
            tracks.stream()
                .filter(t -> t.id().equals(representation.getId()))
                .findFirst()
                .orElseThrow();
        reads.add(new Read(set, representation, track));
      }
    }
    return reads;
  }

  /**
   * Essential properties mark what is for scrubbing; players that do not know them pass it over.
   */
  private static List<AdaptationSet> played(MPD mpd) {
    return mpd.getPeriods().get(0).getAdaptationSets().stream()
        .filter(set -> set.getEssentialProperties().isEmpty())
        .filter(
            set ->
                set.getRepresentations().stream()
                    .allMatch(one -> one.getEssentialProperties().isEmpty()))
        .toList();
  }

  private static MPD mpd(Path title) throws IOException {
    try (InputStream in = Files.newInputStream(title.resolve("index.mpd"))) {
      return new MPDParser().parse(in);
    }
  }

  private static long targetSeconds(Path title) throws IOException {
    return PublishedTrack.of(title).stream()
        .flatMap(track -> MeasuredRate.of(track).durations().stream())
        .mapToLong(Rational::round)
        .max()
        .orElseThrow();
  }

  private static Rational rate(io.lindstrom.mpd.data.FrameRate rate) {
    return new Rational(
        rate.getNumerator(), rate.getDenominator() == null ? 1 : rate.getDenominator());
  }

  private static Rational seconds(Duration duration) {
    return new Rational(duration.toNanos(), NANOS);
  }
}
