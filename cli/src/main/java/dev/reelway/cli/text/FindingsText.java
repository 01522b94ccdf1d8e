package dev.reelway.cli.text;

import dev.reelway.contracts.master.Finding;
import dev.reelway.contracts.master.FindingCode;
import dev.reelway.contracts.master.FindingCode.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Findings for a content person: what is done, what is so, what may disappoint and what to do about
 * it. Many of the same code are shortened; JSON has them all.
 */
public final class FindingsText {

  private static final int SHOWN = 3;

  private FindingsText() {}

  /** All findings in groups; none for none. */
  public static List<String> lines(List<Finding> findings) {
    List<String> lines = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      Map<String, List<Finding>> byCode = new LinkedHashMap<>();
      findings.stream()
          .filter(finding -> kind(finding) == kind)
          .forEach(f -> byCode.computeIfAbsent(f.code(), code -> new ArrayList<>()).add(f));
      byCode.values().forEach(same -> lines.addAll(same(kind, same)));
    }
    return lines;
  }

  /** Those of {@code findings} that are not among {@code told}. */
  static List<String> linesBeyond(List<Finding> told, List<Finding> findings) {
    return lines(findings.stream().filter(finding -> !told.contains(finding)).toList());
  }

  private static List<String> same(Kind kind, List<Finding> findings) {
    List<String> lines = new ArrayList<>();
    findings.stream().limit(SHOWN).forEach(f -> lines.add(line(kind, f)));
    if (findings.size() > SHOWN) {
      lines.add(indent() + "… and " + (findings.size() - SHOWN) + " more like this.");
    }
    if (kind == Kind.WARNING) {
      FindingCode.find(findings.get(0).code())
          .ifPresent(code -> lines.add(indent() + "→ " + code.advice()));
    }
    return lines;
  }

  private static String line(Kind kind, Finding finding) {
    return InspectionText.label(label(kind)) + finding.message() + " [" + finding.code() + "]";
  }

  private static String label(Kind kind) {
    return switch (kind) {
      case CONVERSION -> "To do";
      case FACT -> "Note";
      case WARNING -> "Warning";
    };
  }

  private static String indent() {
    return InspectionText.label("");
  }

  private static Kind kind(Finding finding) {
    return FindingCode.find(finding.code())
        .map(FindingCode::kind)
        .orElse(finding.severity() == Finding.Severity.WARNING ? Kind.WARNING : Kind.FACT);
  }
}
