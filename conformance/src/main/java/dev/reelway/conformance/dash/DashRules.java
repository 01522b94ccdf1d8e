package dev.reelway.conformance.dash;

import java.io.IOException;

/** A few rules that look at the same things. */
interface DashRules {
  /** Notes what is wrong. */
  void check(DashPackage title) throws IOException;
}
