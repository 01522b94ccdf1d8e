package dev.reelway.conformance.dash;

import dev.reelway.conformance.manifest.Faults;
import dev.reelway.conformance.model.ManifestFamily;
import dev.reelway.conformance.model.ManifestJudge;
import dev.reelway.conformance.model.Renditions;
import dev.reelway.conformance.place.Place;
import dev.reelway.conformance.place.Resource;
import dev.reelway.conformance.rule.Findings;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads an MPD, and the segment indexes that it points to. */
public final class DashFamily implements ManifestFamily {
  private static final ManifestJudge NOTHING = (measurements, findings) -> {};

  /** A day of segments of two seconds in ten tracks, and some. */
  private static final int MOST_SEGMENTS = 500_000;

  private final int mostSegments;

  /** With a bound that no real title reaches. */
  public DashFamily() {
    this(MOST_SEGMENTS);
  }

  /** An MPD of a few bytes can name millions of segments; {@code mostSegments} bounds them. */
  public DashFamily(int mostSegments) {
    this.mostSegments = mostSegments;
  }

  @Override
  public boolean reads(String path) {
    return path.toLowerCase(Locale.ROOT).endsWith(".mpd");
  }

  @Override
  public ManifestJudge read(Place place, String path, Renditions renditions, Findings findings)
      throws IOException {
    Faults faults = new Faults(path, findings);
    Optional<Resource> file = place.open(path);
    if (file.isEmpty()) {
      faults.add(DashRule.DASH_XML, 0, "an MPD", "no file");
      return NOTHING;
    }
    renditions.addManifest(path);
    if (file.get().sizeBytes() > MpdReader.MAX_BYTES) {
      faults.add(DashRule.DASH_LIMIT, 0, "at most 64 MiB", file.get().sizeBytes() + " bytes");
      return NOTHING;
    }
    byte[] bytes = file.get().readAll(MpdReader.MAX_BYTES);
    Optional<Element> root = MpdReader.read(bytes, faults);
    if (root.isEmpty()) {
      return NOTHING;
    }
    new SchemaCheck(faults).check(root.get());
    List<MpdTrack> tracks = tracks(place, root.get(), faults);
    tracks.forEach(track -> renditions.add(track.track()));
    return new DashJudge(place, new Mpd(path, root.get(), tracks), renditions);
  }

  private List<MpdTrack> tracks(Place place, Element root, Faults faults) throws IOException {
    try {
      return MpdTracks.of(place, root, mostSegments, faults);
    } catch (ArithmeticException e) {
      faults.add(DashRule.DASH_LIMIT, 0, "numbers of a real title", String.valueOf(e.getMessage()));
      return List.of();
    }
  }
}
