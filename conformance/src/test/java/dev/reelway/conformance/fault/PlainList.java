package dev.reelway.conformance.fault;

import dev.reelway.conformance.model.DeclaredSegment;
import dev.reelway.conformance.model.DeclaredTrack;
import dev.reelway.conformance.model.ManifestFamily;
import dev.reelway.conformance.model.ManifestJudge;
import dev.reelway.conformance.model.MediaKind;
import dev.reelway.conformance.model.Renditions;
import dev.reelway.conformance.place.Location;
import dev.reelway.conformance.place.Place;
import dev.reelway.conformance.rule.Findings;
import dev.reelway.contracts.time.Rational;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The simplest manifest, so that only the media is judged:
 *
 * <pre>
 *   track VIDEO tracks/avc/init.mp4
 *   segment tracks/avc/segment-00001.m4s [offset length]
 * </pre>
 */
final class PlainList implements ManifestFamily {
  private static final Rational DURATION = Rational.of(2);

  @Override
  public boolean reads(String path) {
    return path.endsWith(".plain");
  }

  @Override
  public ManifestJudge read(Place place, String path, Renditions renditions, Findings findings)
      throws IOException {
    byte[] bytes = place.open(path).orElseThrow().readAll(1 << 20);
    String[] words = {"", "", ""};
    List<DeclaredSegment> segments = new ArrayList<>();
    for (String line : new String(bytes, StandardCharsets.UTF_8).lines().toList()) {
      String[] read = line.split(" ");
      if (read[0].equals("track")) {
        add(renditions, path, words, segments);
        words = read;
        segments.clear();
      } else {
        Location location =
            read.length == 2
                ? Location.of(read[1])
                : Location.of(read[1], Long.parseLong(read[2]), Long.parseLong(read[3]));
        segments.add(new DeclaredSegment(location, DURATION.times(segments.size()), DURATION));
      }
    }
    add(renditions, path, words, segments);
    return (measurements, found) -> {};
  }

  private static void add(
      Renditions renditions, String path, String[] words, List<DeclaredSegment> segments) {
    if (!words[0].isEmpty()) {
      Optional<Location> init = Optional.of(Location.of(words[2]));
      MediaKind kind = MediaKind.valueOf(words[1]);
      renditions.add(new DeclaredTrack(path, words[2], kind, init, segments));
    }
  }
}
