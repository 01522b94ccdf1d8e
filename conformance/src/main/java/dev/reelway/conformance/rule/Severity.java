package dev.reelway.conformance.rule;

/** How bad it is when a rule is broken; {@code docs/conformance-rules.md} says the same. */
public enum Severity {
  /** A standard or a manifest's own promise is broken. */
  ERROR,
  /** A fault of the packager that players tolerate. */
  WARNING,
  /** Worth knowing; depends on the content. */
  INFO
}
