package dev.reelway.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.cli.program.Titles;
import dev.reelway.conformance.check.PackageCheck;
import dev.reelway.conformance.place.DirectoryPlace;
import dev.reelway.conformance.rule.Severity;
import dev.reelway.conformance.rule.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the program makes has neither errors nor warnings. */
final class OwnTitlesIT {

  @Test
  void check_sampleTitle_findsNoFault() throws Exception {
    assertFaultless(Titles.sample());
  }

  @Test
  void check_titleInThreeCodecs_findsNoFault() throws Exception {
    assertFaultless(Titles.mixed());
  }

  @Test
  void check_titleOfTelevision_findsNoFault() throws Exception {
    assertFaultless(Titles.television());
  }

  private static void assertFaultless(Path title) throws IOException {
    Verdict verdict = new PackageCheck(Families.all()).check(new DirectoryPlace(title));

    assertThat(verdict.checked().segments()).isPositive();
    assertThat(verdict.findings())
        .filteredOn(finding -> finding.rule().severity() != Severity.INFO)
        .isEmpty();
  }
}
