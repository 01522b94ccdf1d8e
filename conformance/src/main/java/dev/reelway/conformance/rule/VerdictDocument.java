package dev.reelway.conformance.rule;

import dev.reelway.contracts.work.BrokenRule;
import java.util.ArrayList;
import java.util.List;

/**
 * A verdict for programs: times in seconds as exact fractions.
 *
 * @param place what was checked, as people write it
 * @param errors how often rules of that severity are broken
 * @param warnings the same
 * @param notes the same
 * @param checked how much was looked at
 * @param findings worst first
 */
public record VerdictDocument(
    String place,
    long errors,
    long warnings,
    long notes,
    Verdict.Checked checked,
    List<BrokenRule> findings) {

  /** Copies the list. */
  public VerdictDocument {
    findings = List.copyOf(findings);
  }

  /** The verdict on what lies at {@code place}, with what was found before. */
  public static VerdictDocument of(String place, Verdict verdict, List<BrokenRule> before) {
    List<BrokenRule> all = new ArrayList<>(before);
    verdict.findings().stream().map(Finding::broken).forEach(all::add);
    List<BrokenRule> sorted = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      all.stream().filter(broken -> is(broken, severity)).forEach(sorted::add);
    }
    return new VerdictDocument(
        place,
        count(all, Severity.ERROR),
        count(all, Severity.WARNING),
        count(all, Severity.INFO),
        verdict.checked(),
        sorted);
  }

  private static long count(List<BrokenRule> findings, Severity severity) {
    return findings.stream()
        .filter(broken -> is(broken, severity))
        .mapToLong(broken -> 1 + broken.more())
        .sum();
  }

  private static boolean is(BrokenRule broken, Severity severity) {
    return broken.severity().equals(severity.name());
  }
}
