package dev.reelway.conformance.dash;

import dev.reelway.conformance.manifest.ImageSize;
import dev.reelway.conformance.model.DeclaredSegment;
import dev.reelway.conformance.model.MediaKind;
import dev.reelway.conformance.place.Resource;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;

/** Tiles of thumbnails: their descriptor, their size, their images. */
final class ThumbnailRules implements DashRules {

  @Override
  public void check(DashPackage title) throws IOException {
    for (MpdTrack track : title.mpd().tracks()) {
      if (track.track().kind() == MediaKind.IMAGES) {
        check(title, track);
      }
    }
  }

  private static void check(DashPackage title, MpdTrack track) throws IOException {
    Optional<Element> tile =
        Stream.of("http://dashif.org/guidelines/thumbnail_tile", "http://dashif.org/thumbnail_tile")
            .flatMap(scheme -> track.descriptors("EssentialProperty", scheme))
            .findFirst();
    Optional<ImageSize> layout =
        tile.flatMap(found -> found.attribute("value")).flatMap(ImageSize::parse);
    if (layout.isEmpty()) {
      fault(title, track, "an EssentialProperty thumbnail_tile such as 5x5", "none");
    }
    String text =
        track.attribute("width").orElse("0") + "x" + track.attribute("height").orElse("0");
    Optional<ImageSize> declared = ImageSize.parse(text);
    if (layout.isPresent() && declared.isPresent() && !even(declared.get(), layout.get())) {
      fault(title, track, "a size of whole tiles", text + " by " + layout.get());
    }
    for (DeclaredSegment segment : track.track().segments()) {
      String path = segment.location().path();
      if (title.media().known().isJudgedFile(path)) {
        continue; // the first of them stands for all
      }
      Optional<Resource> file = title.place().open(path);
      Optional<ImageSize> size = file.isPresent() ? ImageSize.read(file.get()) : Optional.empty();
      if (size.isPresent() && !size.equals(declared)) {
        fault(title, track, "@width and @height of " + size.get(), text);
      }
    }
  }

  private static boolean even(ImageSize whole, ImageSize layout) {
    return layout.width() > 0
        && layout.height() > 0
        && whole.width() % layout.width() == 0
        && whole.height() % layout.height() == 0;
  }

  private static void fault(DashPackage title, MpdTrack track, String expected, String found) {
    title.faults().add(DashRule.DASH_THUMBNAILS, track.line(), expected, found);
  }
}
