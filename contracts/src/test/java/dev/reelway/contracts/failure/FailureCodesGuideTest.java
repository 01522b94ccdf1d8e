package dev.reelway.contracts.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the table that support people read to the codes that the program prints. */
final class FailureCodesGuideTest {

  private static final Path GUIDE = Path.of("../docs/failure-codes.md");
  private static final int WHEN = 2;

  @Test
  void guide_table_saysWhatTheKindsSay() throws IOException {
    List<String[]> rows =
        Files.readAllLines(GUIDE).stream()
            .filter(line -> line.startsWith("| `"))
            .map(line -> line.split(" *\\| *"))
            .toList();
    assertThat(rows).allSatisfy(cells -> assertThat(cells[WHEN]).isNotBlank());
    assertThat(rows.stream().map(FailureCodesGuideTest::withoutWhen))
        .containsExactlyElementsOf(
            Stream.of(FailureKind.values()).map(FailureCodesGuideTest::row).toList());
  }

  private static String withoutWhen(String[] cells) {
    return String.join(" | ", cells[1], cells[3], cells[4], cells[5]);
  }

  private static String row(FailureKind kind) {
    return String.join(
        " | ",
        "`" + kind.code() + "`",
        kind.fault().name().toLowerCase(Locale.ROOT),
        kind.retryable() ? "yes" : "no",
        kind.advice());
  }
}
