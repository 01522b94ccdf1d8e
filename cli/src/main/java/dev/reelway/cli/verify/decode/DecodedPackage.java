package dev.reelway.cli.verify.decode;

import dev.reelway.conformance.model.Measurements;
import dev.reelway.conformance.place.Place;
import dev.reelway.conformance.rule.Finding;
import dev.reelway.conformance.rule.Findings;
import dev.reelway.conformance.rule.Verdict;
import dev.reelway.media.MediaEngine;
import dev.reelway.platform.config.StorageConfig;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A verdict with what decoding showed.
 *
 * @param verdict all findings, worst first
 * @param lines one for each decoded track
 */
public record DecodedPackage(Verdict verdict, List<DecodedLine> lines) {

  /** Copies the list. */
  public DecodedPackage {
    lines = List.copyOf(lines);
  }

  /** Nothing was decoded. */
  public static DecodedPackage none(Verdict verdict) {
    return new DecodedPackage(verdict, List.of());
  }

  /**
   * Decodes everything that was measured.
   *
   * @param jobs how many tracks are decoded at the same time
   * @param master what the package was made of, if it shall be compared
   * @param storage how objects are reached; asked only if the master is one
   * @throws IOException if the place does not answer
   */
  public static DecodedPackage of(
      Verdict verdict,
      Place place,
      Measurements measured,
      MediaEngine engine,
      int jobs,
      Optional<String> master,
      Supplier<StorageConfig> storage)
      throws IOException, InterruptedException {
    if (master.isEmpty()) {
      return of(verdict, place, measured, engine, jobs, Optional.empty());
    }
    try (ComparedMaster compared = ComparedMaster.open(master.get(), engine, storage)) {
      return of(verdict, place, measured, engine, jobs, Optional.of(compared));
    }
  }

  private static DecodedPackage of(
      Verdict verdict,
      Place place,
      Measurements measured,
      MediaEngine engine,
      int jobs,
      Optional<ComparedMaster> master)
      throws IOException, InterruptedException {
    Findings findings = new Findings();
    List<DecodedLine> lines =
        new Decoding(engine, place, master, jobs).run(measured.tracks(), findings);
    List<Finding> all =
        Stream.concat(verdict.findings().stream(), findings.all().stream())
            .sorted(Comparator.comparing(finding -> finding.rule().severity()))
            .toList();
    return new DecodedPackage(new Verdict(all, verdict.checked()), lines);
  }
}
