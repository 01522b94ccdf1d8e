package dev.reelway.manifest.gate;

import dev.reelway.conformance.rule.VerdictDocument;
import dev.reelway.contracts.work.BrokenRule;
import java.util.List;
import java.util.stream.Collectors;

/** Why a version is held, in one sentence; the verdict has all of it. */
final class RefusalText {

  private static final int NAMED = 3;

  private RefusalText() {}

  static String of(VerdictDocument verdict) {
    List<BrokenRule> errors =
        verdict.findings().stream().filter(BrokenRule::forbidsPublishing).toList();
    long rules = errors.stream().map(BrokenRule::rule).distinct().count();
    String named =
        errors.stream().limit(NAMED).map(RefusalText::words).collect(Collectors.joining("; "));
    return "The finished package breaks %d rule%s in %d place%s: %s%s."
        .formatted(
            rules,
            rules == 1 ? "" : "s",
            verdict.errors(),
            verdict.errors() == 1 ? "" : "s",
            named,
            verdict.errors() > NAMED ? "; and more" : "");
  }

  private static String words(BrokenRule broken) {
    return broken.rule()
        + " in "
        + broken.file()
        + " (expected "
        + broken.expected()
        + ", found "
        + broken.found()
        + ")";
  }
}
