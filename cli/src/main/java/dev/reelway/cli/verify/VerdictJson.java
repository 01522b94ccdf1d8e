package dev.reelway.cli.verify;

import dev.reelway.cli.verify.decode.DecodedLine;
import dev.reelway.cli.verify.decode.DecodedPackage;
import dev.reelway.conformance.rule.Finding;
import dev.reelway.conformance.rule.Severity;
import dev.reelway.conformance.rule.Verdict;
import dev.reelway.contracts.time.MediaTime;
import dev.reelway.platform.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A verdict for programs: times in seconds as exact fractions. */
final class VerdictJson {

  private VerdictJson() {}

  private record Document(
      String place,
      long errors,
      long warnings,
      long notes,
      Verdict.Checked checked,
      List<Decoded> decoded,
      List<Line> findings) {}

  /** Decibels but for the count; null where nothing was compared. */
  private record Decoded(
      String track,
      Long frames,
      Long samples,
      Double xpsnr,
      Double worstXpsnr,
      String worstSeconds,
      Integer joins,
      Double beforeJoins,
      Double behindJoins,
      Double gain) {}

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

  static String of(String address, DecodedPackage judged) {
    Verdict verdict = judged.verdict();
    Document document =
        new Document(
            address,
            verdict.count(Severity.ERROR),
            verdict.count(Severity.WARNING),
            verdict.count(Severity.INFO),
            verdict.checked(),
            judged.lines().stream().map(VerdictJson::decoded).toList(),
            verdict.findings().stream().map(VerdictJson::line).toList());
    return new String(Json.writePretty(document), StandardCharsets.UTF_8);
  }

  private static Decoded decoded(DecodedLine line) {
    Optional<DecodedLine.Score> score = line.score();
    return new Decoded(
        line.track(),
        line.picture() ? line.count() : null,
        line.picture() ? null : line.count(),
        score.map(DecodedLine.Score::mean).orElse(null),
        score.map(DecodedLine.Score::worst).orElse(null),
        score.map(of -> of.worstSeconds().toString()).orElse(null),
        score.map(of -> of.joins().joins()).orElse(null),
        score.map(of -> -of.joins().before()).orElse(null),
        score.map(of -> -of.joins().behind()).orElse(null),
        line.gain().orElse(null));
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
