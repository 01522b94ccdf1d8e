package dev.reelway.cli.verify;

import dev.reelway.cli.verify.decode.DecodedLine;
import dev.reelway.cli.verify.decode.DecodedPackage;
import dev.reelway.conformance.rule.Finding;
import dev.reelway.conformance.rule.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A verdict as a page that needs nothing else: no script, no picture, no style sheet. */
final class VerdictPage {
  private static final String HEAD =
      """
      <!doctype html>
      <html lang="en"><head><meta charset="utf-8"><title>Verdict</title><style>
      body { font: 16px/1.5 system-ui, sans-serif; max-width: 75em; margin: 2em auto; padding: 0 1em }
      table { border-collapse: collapse; width: 100% }
      th, td { text-align: left; vertical-align: top; padding: .4em .8em .4em 0;
               border-bottom: 1px solid #ddd; overflow-wrap: anywhere }
      .error { color: #a40000; font-weight: bold } .warning { color: #8a5a00 } .info { color: #555 }
      small { color: #555 }
      </style></head><body>
      """;
  private static final String COLUMNS =
      "<tr><th>Severity</th><th>Rule</th><th>Where</th><th>Expected</th><th>Found</th></tr>\n";

  private VerdictPage() {}

  static String of(String address, DecodedPackage judged) {
    Verdict verdict = judged.verdict();
    String rows =
        verdict.findings().stream().map(VerdictPage::row).collect(Collectors.joining("\n"));
    return HEAD
        + "<h1>Verdict</h1>\n<p>"
        + escaped(VerdictText.checked(address, verdict.checked()))
        + "</p>\n<p><b>"
        + VerdictText.summary(verdict)
        + "</b></p>\n"
        + decoded(judged.lines())
        + (rows.isEmpty() ? "" : "<table>" + COLUMNS + rows + "</table>\n")
        + "</body></html>\n";
  }

  private static String decoded(List<DecodedLine> lines) {
    return lines.isEmpty()
        ? ""
        : lines.stream()
            .map(line -> "<li>" + escaped(VerdictText.decoded(line)) + "</li>")
            .collect(Collectors.joining("\n", "<ul>", "</ul>\n"));
  }

  private static String row(Finding finding) {
    String severity = finding.rule().severity().name().toLowerCase(Locale.ROOT);
    String more = finding.more() == 0 ? "" : " <small>and " + finding.more() + " more</small>";
    return String.format(
        Locale.ROOT,
        "<tr><td class=\"%s\">%s</td><td>%s<br><small>%s, %s</small></td><td>%s%s</td>"
            + "<td>%s</td><td>%s</td></tr>",
        severity,
        severity,
        escaped(finding.rule().sentence()),
        finding.rule().id(),
        escaped(finding.rule().source()),
        escaped(VerdictText.place(finding.where())),
        more,
        escaped(finding.expected()),
        escaped(finding.found()));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
