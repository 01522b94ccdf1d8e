package dev.reelway.conformance.hls;

import dev.reelway.conformance.manifest.Decimal;
import dev.reelway.conformance.manifest.Faults;
import dev.reelway.conformance.manifest.ImageSize;
import dev.reelway.conformance.manifest.Seconds;
import dev.reelway.conformance.model.KnownSegments;
import dev.reelway.conformance.model.Measurements;
import dev.reelway.conformance.model.MediaKind;
import dev.reelway.conformance.place.Location;
import dev.reelway.conformance.place.Resource;
import dev.reelway.conformance.rule.Findings;
import dev.reelway.contracts.time.Rational;
import java.io.IOException;
import java.util.Optional;

/** Thumbnails: EXT-X-TILES against the images and their durations. */
final class ImageRules implements HlsRules {

  @Override
  public void check(HlsPackage title, Measurements measurements, Findings findings)
      throws IOException {
    for (HlsPackage.Entry entry : title.entries().values()) {
      if (entry.track().kind() == MediaKind.IMAGES) {
        Faults faults = new Faults(entry.playlist().path(), findings);
        for (MediaSegment segment : entry.playlist().segments()) {
          image(title, segment, measurements.known(), faults);
        }
      }
    }
  }

  private static void image(
      HlsPackage title, MediaSegment segment, KnownSegments known, Faults faults)
      throws IOException {
    if (segment.tiles().isEmpty()) {
      return; // one picture in each image
    }
    AttributeList tiles = segment.tiles().get();
    Optional<ImageSize> one = ImageSize.parse(tiles.text("RESOLUTION", ""));
    Optional<ImageSize> layout = ImageSize.parse(tiles.text("LAYOUT", ""));
    if (one.isEmpty() || layout.isEmpty()) {
      return; // said already by the attributes' form
    }
    ImageSize whole = one.get().times(layout.get());
    Optional<ImageSize> found = size(title, segment, known);
    if (found.isPresent() && !found.get().equals(whole)) {
      faults.add(HlsRule.HLS_TILES, segment.line(), "an image of " + whole, found.get().toString());
    }
    Optional<Rational> each = tiles.text("DURATION").flatMap(Decimal::parse);
    Rational most =
        each.orElse(Rational.ZERO).times(layout.get().width()).times(layout.get().height());
    Rational slack = new Rational(1, 20);
    if (each.isPresent() && segment.duration().compareTo(most.plus(slack)) > 0) {
      faults.add(
          HlsRule.HLS_TILES,
          segment.line(),
          "at most " + Seconds.text(most) + " in the tiles of an image",
          Seconds.text(segment.duration()));
    }
  }

  private static Optional<ImageSize> size(
      HlsPackage title, MediaSegment segment, KnownSegments known) throws IOException {
    Optional<Location> location = segment.location().filter(at -> !known.isJudgedFile(at.path()));
    Optional<Resource> file =
        location.isPresent() ? title.place().open(location.get().path()) : Optional.empty();
    return file.isPresent() ? ImageSize.read(file.get()) : Optional.empty();
  }
}
