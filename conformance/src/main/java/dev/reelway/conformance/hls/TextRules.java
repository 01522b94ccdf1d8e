package dev.reelway.conformance.hls;

import dev.reelway.conformance.model.KnownSegments;
import dev.reelway.conformance.model.MeasuredSegment;
import dev.reelway.conformance.model.Measurements;
import dev.reelway.conformance.model.MediaKind;
import dev.reelway.conformance.place.Location;
import dev.reelway.conformance.place.Place;
import dev.reelway.conformance.place.Resource;
import dev.reelway.conformance.rule.Findings;
import dev.reelway.conformance.webvtt.WebVttFile;
import dev.reelway.conformance.webvtt.WebVttReader;
import dev.reelway.contracts.time.Rational;
import java.io.IOException;
import java.util.Optional;

/** The WebVTT files of text renditions, one segment after the other. */
final class TextRules implements HlsRules {
  private static final int MAX_BYTES = 16 << 20;

  @Override
  public void check(HlsPackage title, Measurements measurements, Findings findings)
      throws IOException {
    Rational origin = origin(title, measurements);
    for (HlsPackage.Entry entry : title.entries().values()) {
      if (entry.track().kind() == MediaKind.TEXT_FILES) {
        playlist(title.place(), entry.playlist(), origin, measurements.known(), findings);
      }
    }
  }

  /** Media time at which the title starts: where its first picture is shown. */
  private static Rational origin(HlsPackage title, Measurements measurements) {
    return TitleRules.main(title)
        .flatMap(entry -> entry.measured(measurements))
        .flatMap(track -> track.segments().stream().findFirst())
        .map(MeasuredSegment::start)
        .map(start -> start.seconds())
        .orElse(Rational.ZERO);
  }

  private static void playlist(
      Place place, MediaPlaylist playlist, Rational origin, KnownSegments known, Findings findings)
      throws IOException {
    Rational start = origin;
    TextSegments segments = new TextSegments(playlist.path(), findings);
    for (MediaSegment segment : playlist.segments()) {
      Rational end = start.plus(segment.duration());
      Optional<WebVttFile> file = file(place, segment, known);
      if (file.isPresent()) {
        segments.next(segment.location().get().path(), file.get(), millis(start), millis(end));
      }
      start = end;
    }
  }

  private static long millis(Rational seconds) {
    return seconds.times(1000).round();
  }

  private static Optional<WebVttFile> file(Place place, MediaSegment segment, KnownSegments known)
      throws IOException {
    Optional<Location> whole =
        segment.location().filter(at -> at.range().isEmpty() && !known.isJudgedFile(at.path()));
    Optional<Resource> file = whole.isPresent() ? place.open(whole.get().path()) : Optional.empty();
    return file.isPresent() && file.get().sizeBytes() <= MAX_BYTES
        ? Optional.of(WebVttReader.read(file.get().readAll(MAX_BYTES)))
        : Optional.empty();
  }
}
