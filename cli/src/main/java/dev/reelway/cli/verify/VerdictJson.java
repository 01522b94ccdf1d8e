package dev.reelway.cli.verify;

import dev.reelway.cli.verify.decode.DecodedLine;
import dev.reelway.cli.verify.decode.DecodedPackage;
import dev.reelway.conformance.rule.Verdict;
import dev.reelway.conformance.rule.VerdictDocument;
import dev.reelway.contracts.work.BrokenRule;
import dev.reelway.platform.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A verdict for programs, with what decoding showed. */
final class VerdictJson {

  private VerdictJson() {}

  private record Document(
      String place,
      long errors,
      long warnings,
      long notes,
      Verdict.Checked checked,
      List<Decoded> decoded,
      List<BrokenRule> findings) {}

  /** Decibels but for the counts; null where nothing was compared. */
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

  static String of(String address, DecodedPackage judged) {
    VerdictDocument verdict = VerdictDocument.of(address, judged.verdict(), List.of());
    Document document =
        new Document(
            verdict.place(),
            verdict.errors(),
            verdict.warnings(),
            verdict.notes(),
            verdict.checked(),
            judged.lines().stream().map(VerdictJson::decoded).toList(),
            verdict.findings());
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
}
