package dev.reelway.conformance.hls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.conformance.manifest.CleanTitle;
import dev.reelway.conformance.manifest.ManifestBench;
import dev.reelway.conformance.manifest.ManifestFault;
import dev.reelway.conformance.rule.Finding;
import dev.reelway.conformance.rule.Rule;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault is found by the rule that is there for it, and every rule has a fault to find. */
final class HlsRulesTest {

  static List<ManifestFault> faults() {
    return HlsFaults.all();
  }

  @Test
  void judge_cleanTitle_findsNothing() throws IOException {
    assertThat(check(CleanTitle.bench())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("faults")
  void judge_plantedFault_isFoundByItsRule(ManifestFault fault) throws IOException {
    ManifestBench bench = CleanTitle.bench();
    fault.plant().accept(bench);

    assertThat(check(bench)).extracting(Finding::rule).contains(fault.rule());
  }

  @Test
  void judge_soundAloneInTwoLanguages_isNotAddedUp() throws IOException {
    ManifestBench bench = CleanTitle.bench();
    bench.file("b.m3u8", bench.place().files().get("a.m3u8"));
    bench.text(
        "index.m3u8",
        """
        #EXTM3U
        #EXT-X-VERSION:7
        #EXT-X-INDEPENDENT-SEGMENTS
        #EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="a",NAME="English",LANGUAGE="en",DEFAULT=YES,\
        AUTOSELECT=YES,CHANNELS="2",URI="a.m3u8"
        #EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="a",NAME="Deutsch",LANGUAGE="de",DEFAULT=NO,\
        AUTOSELECT=YES,CHANNELS="2",URI="b.m3u8"
        #EXT-X-STREAM-INF:BANDWIDTH=16400,AVERAGE-BANDWIDTH=16000,CODECS="mp4a.40.2",AUDIO="a"
        a.m3u8
        """);

    assertThat(check(bench))
        .extracting(Finding::rule)
        .doesNotContain(HlsRule.HLS_BANDWIDTH, HlsRule.HLS_AVERAGE_BANDWIDTH);
  }

  @Test
  void faults_everyRule_hasOne() {
    Set<Rule> planted = faults().stream().map(ManifestFault::rule).collect(Collectors.toSet());

    assertThat(planted).containsAll(Arrays.asList(HlsRule.values()));
  }

  private static List<Finding> check(ManifestBench bench) throws IOException {
    return bench.check(Map.of("index.m3u8", new HlsFamily()));
  }
}
