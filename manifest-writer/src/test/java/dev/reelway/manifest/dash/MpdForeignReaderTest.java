package dev.reelway.manifest.dash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.master.TrackRole;
import dev.reelway.contracts.plan.TextFormat;
import dev.reelway.contracts.storage.StorageLayout;
import dev.reelway.contracts.time.Rational;
import dev.reelway.contracts.title.AudioTrack;
import dev.reelway.contracts.title.ImageTrack;
import dev.reelway.contracts.title.Presentation;
import dev.reelway.contracts.title.TextTrack;
import dev.reelway.contracts.title.Track;
import dev.reelway.contracts.title.VideoTrack;
import dev.reelway.contracts.work.SegmentEntry;
import dev.reelway.manifest.SamplePresentations;
import dev.reelway.manifest.SegmentTimes;
import dev.reelway.manifest.TrackUris;
import io.lindstrom.mpd.MPDParser;
import io.lindstrom.mpd.data.MPD;
import io.lindstrom.mpd.data.PresentationType;
import io.lindstrom.mpd.data.Segment;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads every MPD with a parser that is not ours and finds the presentation in it again. */
final class MpdForeignReaderTest {

  /** One representation with all that it inherits from its set. */
  private record Read(
      io.lindstrom.mpd.data.AdaptationSet set,
      io.lindstrom.mpd.data.Representation representation,
      io.lindstrom.mpd.data.SegmentTemplate template) {}

  static Set<String> names() {
    return SamplePresentations.all().keySet();
  }

  @ParameterizedTest
  @MethodSource("names")
  void text_ofASample_saysEverythingOfThePresentation(String name) throws IOException {
    Presentation presentation = SamplePresentations.all().get(name);
    MPD mpd = read(presentation);
    assertThat(mpd.getType()).isEqualTo(PresentationType.STATIC);
    assertThat(mpd.getPeriods()).hasSize(1);
    assertThat(nanos(mpd.getMediaPresentationDuration()))
        .isEqualTo(presentation.duration().seconds().times(1_000_000_000).round());
    assertThat(nanos(mpd.getMaxSegmentDuration()))
        .isGreaterThanOrEqualTo(SegmentTimes.longest(presentation).times(1_000_000_000).floor());

    List<Track> tracks =
        presentation
            .tracks()
            .filter(t -> !(t instanceof ImageTrack))
            .filter(t -> !(t instanceof TextTrack text && text.format() == TextFormat.WEBVTT))
            .toList();
    List<Read> reads =
        representations(mpd).stream()
            .filter(read -> !read.set().getContentType().equals("image"))
            .toList();
    assertThat(reads).hasSameSizeAs(tracks);
    for (Track track : tracks) {
      Read read =
          reads.stream()
              .filter(r -> r.representation().getId().equals(track.id()))
              .findFirst()
              .orElseThrow();
      checkTrack(read, track);
    }
  }

  @Test
  void text_scrubbing_marksPicturesForFastForward() throws IOException {
    MPD mpd = read(SamplePresentations.scrubbing());
    Read read =
        representations(mpd).stream()
            .filter(r -> r.representation().getId().equals("v360-ff"))
            .findFirst()
            .orElseThrow();

    assertThat(read.set().getEssentialProperties())
        .singleElement()
        .satisfies(
            property -> {
              assertThat(property.getSchemeIdUri())
                  .isEqualTo("http://dashif.org/guidelines/trickmode");
              assertThat(property.getValue()).isEqualTo("1");
            });
    assertThat(read.set().getMaxPlayoutRate()).isEqualTo(25.0);
    assertThat(read.set().getCodingDependency()).isFalse();
    assertThat(read.set().getRoles()).isEmpty();
  }

  @Test
  void text_scrubbing_hasTilesOfOneDuration() throws IOException {
    MPD mpd = read(SamplePresentations.scrubbing());
    Read read =
        representations(mpd).stream()
            .filter(r -> r.set().getContentType().equals("image"))
            .findFirst()
            .orElseThrow();

    assertThat(read.set().getMimeType()).isEqualTo("image/jpeg");
    assertThat(read.representation().getWidth()).isEqualTo(640);
    assertThat(read.representation().getHeight()).isEqualTo(360);
    assertThat(read.representation().getEssentialProperties())
        .singleElement()
        .satisfies(
            property -> {
              assertThat(property.getSchemeIdUri())
                  .isEqualTo("http://dashif.org/guidelines/thumbnail_tile");
              assertThat(property.getValue()).isEqualTo("2x2");
            });
    assertThat(read.template().getMedia())
        .isEqualTo("tracks/$RepresentationID$/image-$Number%05d$.jpg");
    assertThat(read.template().getDuration()).isEqualTo(6 * read.template().getTimescale());
  }

  private static void checkTrack(Read read, Track track) {
    assertThat(read.representation().getCodecs()).isEqualTo(track.codec());
    assertThat(read.template().getTimescale()).isEqualTo(track.timescale());
    assertThat(read.template().getPresentationTimeOffset()).isNull();
    assertThat(read.template().getStartNumber()).isEqualTo(1);
    assertThat(read.template().getInitialization())
        .isEqualTo("tracks/$RepresentationID$/" + StorageLayout.INIT);
    assertThat(times(read.template().getSegmentTimeline()))
        .isEqualTo(
            track.segments().stream()
                .map(s -> List.of(s.startTicks(), s.durationTicks()))
                .toList());
    long bytes = track.segments().stream().mapToLong(SegmentEntry::sizeBytes).sum();
    long ticks = track.segments().stream().mapToLong(SegmentEntry::durationTicks).sum();
    assertThat(read.representation().getBandwidth() * ticks)
        .isGreaterThanOrEqualTo(8 * bytes * track.timescale());
    if (track instanceof VideoTrack video) {
      checkVideo(read, video);
    } else if (track instanceof AudioTrack audio) {
      checkAudio(read, audio);
    } else {
      checkText(read, (TextTrack) track);
    }
  }

  private static void checkText(Read read, TextTrack track) {
    assertThat(read.set().getContentType()).isEqualTo("text");
    assertThat(read.set().getMimeType()).isEqualTo("application/mp4");
    String role =
        switch (track.role()) {
          case SDH -> "CAPTION";
          case FORCED -> "UNKNOWN"; // newer than the reader; the golden shows it
          default -> "SUBTITLE";
        };
    assertThat(read.set().getRoles().get(0).toString()).contains("type=" + role);
    boolean helps = track.role() == TrackRole.SDH;
    assertThat(read.set().getAccessibilities()).hasSize(helps ? 1 : 0);
  }

  private static void checkVideo(Read read, VideoTrack track) {
    assertThat(read.set().getContentType()).isEqualTo("video");
    assertThat(read.representation().getWidth()).isEqualTo(track.width());
    assertThat(read.representation().getHeight()).isEqualTo(track.height());
    assertThat(fraction(read.representation().getFrameRate()))
        .isEqualTo(track.rate().framesPerSecond());
    assertThat(read.set().getMaxHeight()).isGreaterThanOrEqualTo(track.height());
  }

  private static void checkAudio(Read read, AudioTrack track) {
    assertThat(read.set().getContentType()).isEqualTo("audio");
    assertThat(read.set().getLang())
        .isEqualTo(track.language().equals("und") ? null : track.language());
    assertThat(read.representation().getAudioSamplingRate())
        .isEqualTo(Integer.toString(track.sampleRate()));
    assertThat(read.set().getRoles()).hasSize(track.isDefault() ? 1 : 0);
    assertThat(read.set().getAudioChannelConfigurations().get(0).getValue())
        .isEqualTo(Integer.toString(track.channels()));
  }

  private static MPD read(Presentation presentation) throws IOException {
    TrackUris uris = TrackUris.fromPublic(StorageLayout.ofTitle("t"));
    return new MPDParser().parse(Mpd.of(presentation, uris).text());
  }

  private static List<Read> representations(MPD mpd) {
    List<Read> reads = new ArrayList<>();
    for (var set : mpd.getPeriods().get(0).getAdaptationSets()) {
      for (var representation : set.getRepresentations()) {
        var own = representation.getSegmentTemplate();
        reads.add(new Read(set, representation, own == null ? set.getSegmentTemplate() : own));
      }
    }
    return reads;
  }

  /** Start and duration of every segment, as a player counts them. */
  private static List<List<Long>> times(List<Segment> timeline) {
    List<List<Long>> times = new ArrayList<>();
    long next = 0;
    for (Segment run : timeline) {
      next = run.getT() == null ? next : run.getT();
      for (long i = 0; i <= (run.getR() == null ? 0 : run.getR()); i++) {
        times.add(List.of(next, run.getD()));
        next += run.getD();
      }
    }
    return times;
  }

  private static Rational fraction(io.lindstrom.mpd.data.FrameRate rate) {
    return new Rational(
        rate.getNumerator(), rate.getDenominator() == null ? 1 : rate.getDenominator());
  }

  private static long nanos(Duration duration) {
    return duration.toNanos();
  }
}
