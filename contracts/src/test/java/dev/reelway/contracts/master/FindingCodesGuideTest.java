package dev.reelway.contracts.master;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Makes the table that content people read from the codes; {@code -Dgolden=write} rewrites it. */
final class FindingCodesGuideTest {

  private static final Path GUIDE = Path.of("../docs/finding-codes.md");
  private static final String HEAD =
      "| Code | Kind | What was found | What to do |\n|---|---|---|---|\n";

  @Test
  void guide_table_saysWhatTheCodesSay() throws IOException {
    String guide = Files.readString(GUIDE);
    String current = guide.substring(0, guide.indexOf(HEAD)) + table();
    if ("write".equals(System.getProperty("golden"))) {
      Files.writeString(GUIDE, current);
    }
    assertThat(guide).isEqualTo(current);
  }

  private static String table() {
    return HEAD
        + Arrays.stream(FindingCode.values())
            .map(FindingCodesGuideTest::row)
            .collect(Collectors.joining());
  }

  private static String row(FindingCode code) {
    String cells =
        String.join(
            " | ", "`" + code.code() + "`", code.kind().word(), code.meaning(), code.advice());
    return "| " + cells + " |\n";
  }
}
