package dev.reelway.cli.verify;

import dev.reelway.cli.text.Counts;
import dev.reelway.cli.verify.decode.DecodedLine;
import dev.reelway.cli.verify.decode.DecodedPackage;
import dev.reelway.conformance.rule.Finding;
import dev.reelway.conformance.rule.Severity;
import dev.reelway.conformance.rule.Verdict;
import dev.reelway.conformance.rule.Where;
import dev.reelway.contracts.time.MediaTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A verdict for people who sit at a terminal. */
final class VerdictText {

  private VerdictText() {}

  static List<String> lines(String address, DecodedPackage judged) {
    Verdict verdict = judged.verdict();
    List<String> lines = new ArrayList<>();
    String last = "";
    for (Finding finding : verdict.findings()) {
      if (!finding.rule().id().equals(last)) {
        lines.add(head(finding));
        last = finding.rule().id();
      }
      lines.add("    " + place(finding.where()));
      lines.add("      expected " + finding.expected() + ", found " + finding.found());
      if (finding.more() > 0) {
        lines.add("      and " + Counts.of(finding.more(), "more time") + " in this track");
      }
    }
    if (!lines.isEmpty()) {
      lines.add("");
    }
    lines.add(checked(address, verdict.checked()));
    judged.lines().stream().map(VerdictText::decoded).forEach(lines::add);
    lines.add(summary(verdict));
    return lines;
  }

  private static String head(Finding finding) {
    String severity = finding.rule().severity().name().toLowerCase(Locale.ROOT);
    return severity
        + "  "
        + finding.rule().sentence()
        + " ["
        + finding.rule().id()
        + ", "
        + finding.rule().source()
        + "]";
  }

  static String place(Where where) {
    return where.file()
        + where.segment().map(number -> ", segment " + number).orElse("")
        + where.time().map(time -> ", at " + time.timecode()).orElse("");
  }

  static String checked(String address, Verdict.Checked checked) {
    return String.format(
        Locale.ROOT,
        "Checked %s: %s, %s, %s, %s, %.1f MB.",
        address,
        Counts.of(checked.manifests(), "manifest"),
        Counts.of(checked.tracks(), "track"),
        Counts.of(checked.segments(), "segment"),
        Counts.of(checked.samples(), "sample"),
        checked.bytes() / 1e6);
  }

  /** What decoding a track showed. */
  static String decoded(DecodedLine line) {
    String text =
        "Decoded "
            + line.track()
            + ": "
            + Counts.of(line.count(), line.picture() ? "frame" : "sample");
    String score = line.score().map(VerdictText::score).orElse("");
    String gain =
        line.gain()
            .map(db -> String.format(Locale.ROOT, ", %+.1f dB against the master", db))
            .orElse("");
    return text + score + gain + ".";
  }

  private static String score(DecodedLine.Score score) {
    String worst = MediaTime.timecode(score.worstSeconds());
    String text =
        String.format(
            Locale.ROOT,
            ", XPSNR %.1f dB, at worst %.1f dB at %s",
            score.mean(),
            score.worst(),
            worst);
    return score.joins().joins() == 0
        ? text
        : text
            + String.format(
                Locale.ROOT,
                "; beside %s %+.2f dB in front and %+.2f dB behind",
                Counts.of(score.joins().joins(), "segment start"),
                -score.joins().before(),
                -score.joins().behind());
  }

  static String summary(Verdict verdict) {
    return Counts.of(verdict.count(Severity.ERROR), "error")
        + ", "
        + Counts.of(verdict.count(Severity.WARNING), "warning")
        + ", "
        + Counts.of(verdict.count(Severity.INFO), "note")
        + ".";
  }
}
