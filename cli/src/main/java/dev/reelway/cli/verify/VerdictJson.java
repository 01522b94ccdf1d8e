package dev.reelway.cli.verify;

import dev.reelway.conformance.rule.Verdict;
import dev.reelway.conformance.rule.VerdictDocument;
import dev.reelway.platform.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A verdict for programs. */
final class VerdictJson {

  private VerdictJson() {}

  static String of(String address, Verdict verdict) {
    VerdictDocument document = VerdictDocument.of(address, verdict, List.of());
    return new String(Json.writePretty(document), StandardCharsets.UTF_8);
  }
}
