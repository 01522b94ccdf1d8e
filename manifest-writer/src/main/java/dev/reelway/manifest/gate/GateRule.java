package dev.reelway.manifest.gate;

import dev.reelway.conformance.rule.Rule;
import dev.reelway.conformance.rule.Severity;

/** What the gate demands beyond the rules for any package, since it saw the title being made. */
public enum GateRule implements Rule {
  /** Nothing changed since it was judged. */
  GATE_OBJECT_UNCHANGED(
      "Every segment and init segment is what was read back when it was packaged.");

  private final String sentence;

  GateRule(String sentence) {
    this.sentence = sentence;
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String source() {
    return "Reelway docs/publish-gate.md";
  }

  @Override
  public String sentence() {
    return sentence;
  }
}
