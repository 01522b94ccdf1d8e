package dev.reelway.conformance.model;

import dev.reelway.conformance.place.Place;
import dev.reelway.conformance.rule.Findings;
import java.io.IOException;

/**
 * How one kind of manifest is read and judged: first read, which adds its tracks to the renditions
 * and notes what is wrong with its text; later, when every segment was read once, judged against
 * the measurements.
 */
public interface ManifestFamily {

  /** Whether this is the name of a manifest of this kind. */
  boolean reads(String path);

  /**
   * Reads a top manifest and everything it refers to, manifests only.
   *
   * @return how to judge it, once the segments are measured
   * @throws IOException if the place does not answer
   */
  ManifestJudge read(Place place, String path, Renditions renditions, Findings findings)
      throws IOException;
}
