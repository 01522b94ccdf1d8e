package dev.reelway.cli.verify;

import dev.reelway.conformance.rule.Finding;
import dev.reelway.conformance.rule.Severity;
import dev.reelway.conformance.rule.Verdict;
import dev.reelway.contracts.time.MediaTime;
import dev.reelway.platform.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A verdict for programs: times in seconds as exact fractions. */
final class VerdictJson {

  private VerdictJson() {}

  private record Document(
      String place,
      long errors,
      long warnings,
      long notes,
      Verdict.Checked checked,
      List<Line> findings) {}

  private record Line(
      String rule,
      String severity,
      String source,
      String sentence,
      String expected,
      String found,
      String track,
      String file,
      Integer segment,
      String seconds,
      long more) {}

  static String of(String address, Verdict verdict) {
    Document document =
        new Document(
            address,
            verdict.count(Severity.ERROR),
            verdict.count(Severity.WARNING),
            verdict.count(Severity.INFO),
            verdict.checked(),
            verdict.findings().stream().map(VerdictJson::line).toList());
    return new String(Json.writePretty(document), StandardCharsets.UTF_8);
  }

  private static Line line(Finding finding) {
    return new Line(
        finding.rule().id(),
        finding.rule().severity().name(),
        finding.rule().source(),
        finding.rule().sentence(),
        finding.expected(),
        finding.found(),
        finding.where().track(),
        finding.where().file(),
        finding.where().segment().orElse(null),
        finding.where().time().map(MediaTime::seconds).map(Object::toString).orElse(null),
        finding.more());
  }
}
