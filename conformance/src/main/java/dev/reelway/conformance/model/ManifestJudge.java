package dev.reelway.conformance.model;

import dev.reelway.conformance.rule.Findings;
import java.io.IOException;

/** A manifest that was read, and what is to be compared with the measured segments. */
@FunctionalInterface
public interface ManifestJudge {

  /**
   * Compares what the manifest says with what is there.
   *
   * @throws IOException if the place does not answer
   */
  void judge(Measurements measurements, Findings findings) throws IOException;
}
