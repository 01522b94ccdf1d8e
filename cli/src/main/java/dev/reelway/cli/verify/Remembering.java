package dev.reelway.cli.verify;

import dev.reelway.conformance.model.ManifestFamily;
import dev.reelway.conformance.model.ManifestJudge;
import dev.reelway.conformance.model.Measurements;
import dev.reelway.conformance.model.Renditions;
import dev.reelway.conformance.place.Place;
import dev.reelway.conformance.rule.Findings;
import java.io.IOException;
import java.util.List;

/** Keeps what was measured, so that it can be decoded after the check. */
final class Remembering {
  private Measurements measured = new Measurements(List.of());

  /** What the tracks measure; nothing before a check or without any manifest. */
  Measurements measured() {
    return measured;
  }

  /** The same family, whose judges let the measurements be kept. */
  ManifestFamily of(ManifestFamily family) {
    return new ManifestFamily() {
      @Override
      public boolean reads(String path) {
        return family.reads(path);
      }

      @Override
      public ManifestJudge read(Place place, String path, Renditions renditions, Findings findings)
          throws IOException {
        ManifestJudge judge = family.read(place, path, renditions, findings);
        return (measurements, found) -> {
          measured = measurements;
          judge.judge(measurements, found);
        };
      }
    };
  }
}
