package dev.reelway.conformance.dash;

import dev.reelway.conformance.place.Location;
import dev.reelway.conformance.place.Place;
import dev.reelway.conformance.place.Resource;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** bitstreamSwitching: one init segment serves all Representations of the set. */
final class SwitchingRules implements DashRules {
  private static final int MAX_INIT_BYTES = 1 << 20;

  @Override
  public void check(DashPackage title) throws IOException {
    for (Element set : title.mpd().sets()) {
      List<MpdTrack> tracks = title.mpd().of(set);
      boolean claimed = set.attribute("bitstreamSwitching").filter("true"::equals).isPresent();
      if (!claimed || tracks.size() < 2) {
        continue;
      }
      Optional<byte[]> first = init(title.place(), tracks.get(0));
      for (MpdTrack track : tracks.subList(1, tracks.size())) {
        Optional<byte[]> init = init(title.place(), track);
        boolean known = first.isPresent() && init.isPresent();
        if (known && !Arrays.equals(first.get(), init.get())) {
          title
              .faults()
              .add(
                  DashRule.DASH_BITSTREAM_SWITCHING,
                  track.line(),
                  "the init segment of " + tracks.get(0).id(),
                  "another in " + track.id());
        }
      }
    }
  }

  private static Optional<byte[]> init(Place place, MpdTrack track) throws IOException {
    Optional<Location> whole = track.track().init().filter(init -> init.range().isEmpty());
    Optional<Resource> file = whole.isPresent() ? place.open(whole.get().path()) : Optional.empty();
    return file.isPresent() && file.get().sizeBytes() <= MAX_INIT_BYTES
        ? Optional.of(file.get().readAll(MAX_INIT_BYTES))
        : Optional.empty();
  }
}
