package dev.reelway.conformance.hls;

import dev.reelway.conformance.model.Measurements;
import dev.reelway.conformance.rule.Findings;
import java.io.IOException;

/** A few rules that look at the same things. */
interface HlsRules {
  /** Notes what is wrong. */
  void check(HlsPackage title, Measurements measurements, Findings findings) throws IOException;
}
