package dev.reelway.conformance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.conformance.align.AlignmentRule;
import dev.reelway.conformance.bitstream.BitstreamRule;
import dev.reelway.conformance.check.PackageCheck;
import dev.reelway.conformance.delivery.DeliveryRule;
import dev.reelway.conformance.place.MapPlace;
import dev.reelway.conformance.rule.Finding;
import dev.reelway.conformance.rule.Rule;
import dev.reelway.conformance.rule.Verdict;
import dev.reelway.conformance.track.CmafRule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault is found by the rule that is there for it, and every rule has a fault to find. */
final class PlantedFaultsTest {
  private static final PackageCheck CHECK = new PackageCheck(List.of(new PlainList()));

  static List<Fault> faults() {
    List<Fault> all = new ArrayList<>(HeaderFaults.all());
    all.addAll(SegmentFaults.all());
    all.addAll(TitleFaults.all());
    return all;
  }

  @Test
  void check_packageWithoutFaults_findsNothing() throws IOException {
    Verdict verdict = check(SmallPackage.load());

    assertThat(verdict.findings()).isEmpty();
    assertThat(verdict.checked().tracks()).isEqualTo(6);
    assertThat(verdict.checked().segments()).isEqualTo(18);
  }

  @ParameterizedTest
  @MethodSource("faults")
  void check_plantedFault_isFoundByItsRule(Fault fault) throws IOException {
    MapPlace place = SmallPackage.load();
    fault.plant().accept(place);

    List<Rule> broken = check(place).findings().stream().map(Finding::rule).toList();

    assertThat(broken).contains(fault.rule());
  }

  @Test
  void faults_everyRule_hasOne() {
    Set<Rule> planted = faults().stream().map(Fault::rule).collect(Collectors.toSet());

    assertThat(planted)
        .containsAll(
            Stream.of(
                    CmafRule.values(),
                    BitstreamRule.values(),
                    AlignmentRule.values(),
                    DeliveryRule.values())
                .flatMap(Stream::of)
                .map(Rule.class::cast)
                .toList());
  }

  private static Verdict check(MapPlace place) throws IOException {
    return CHECK.check(place);
  }
}
