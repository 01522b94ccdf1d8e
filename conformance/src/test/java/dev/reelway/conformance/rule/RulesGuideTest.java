package dev.reelway.conformance.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.conformance.align.AlignmentRule;
import dev.reelway.conformance.bitstream.BitstreamRule;
import dev.reelway.conformance.dash.DashRule;
import dev.reelway.conformance.decode.DecodeRule;
import dev.reelway.conformance.delivery.DeliveryRule;
import dev.reelway.conformance.hls.HlsRule;
import dev.reelway.conformance.track.CmafRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Makes the table of all rules from the enums; {@code -Dgolden=write} rewrites it. */
final class RulesGuideTest {

  private static final Path GUIDE = Path.of("../docs/conformance-rules.md");
  private static final String HEAD =
      "| Rule | Severity | What is demanded | Where it comes from |\n|---|---|---|---|\n";

  @Test
  void guide_table_saysWhatTheRulesSay() throws IOException {
    String guide = Files.readString(GUIDE);
    String current = guide.substring(0, guide.indexOf(HEAD)) + table();
    if ("write".equals(System.getProperty("golden"))) {
      Files.writeString(GUIDE, current);
    }
    assertThat(guide).isEqualTo(current);
  }

  @Test
  void ids_ofAllFamilies_areDifferent() {
    assertThat(rules().map(Rule::id)).doesNotHaveDuplicates();
  }

  private static Stream<Rule> rules() {
    return Stream.<Rule[]>of(
            DeliveryRule.values(),
            CmafRule.values(),
            BitstreamRule.values(),
            AlignmentRule.values(),
            HlsRule.values(),
            DashRule.values(),
            DecodeRule.values())
        .flatMap(Stream::of);
  }

  private static String table() {
    return HEAD + rules().map(RulesGuideTest::row).collect(Collectors.joining());
  }

  private static String row(Rule rule) {
    String severity = rule.severity().name().toLowerCase(Locale.ROOT);
    String cells =
        String.join(" | ", "`" + rule.id() + "`", severity, rule.sentence(), rule.source());
    return "| " + cells + " |\n";
  }
}
