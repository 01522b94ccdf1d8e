package dev.reelway.ingest.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.master.Colour;
import dev.reelway.contracts.master.Finding;
import dev.reelway.contracts.master.HdrMetadata;
import dev.reelway.contracts.plan.EncodePlan;
import dev.reelway.contracts.plan.RungPlan;
import dev.reelway.contracts.plan.ToneMap;
import dev.reelway.ingest.PictureScan;
import dev.reelway.ingest.Scans;
import dev.reelway.media.scan.HdrScan;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ladders of several codecs and dynamic ranges. */
class MixedLadderTest {

  private static final String LADDER =
      """
      rungs:
        - {height: 1080, codec: hevc, dynamicRange: hdr, crf: 22, maxBitrate: 6M}
        - {height: 540, codec: hevc, dynamicRange: hdr, crf: 22, maxBitrate: 2M}
        - {height: 1080, codec: av1, preset: 9, crf: 35, maxBitrate: 4M}
        - {height: 540, codec: av1, crf: 35, maxBitrate: 1M}
        - {height: 1080, crf: 22, maxBitrate: 6M}
        - {height: 540, crf: 22, maxBitrate: 2M}
      """;
  private static final HdrMetadata LIGHT =
      new HdrMetadata(Optional.empty(), Optional.of(new HdrMetadata.ContentLight(700, 200)));

  @Test
  void rungs_hdrMaster_areHdrAndToneMapped() {
    EncodePlan plan = plan(hdr());
    assertThat(names(plan))
        .isEqualTo("1080p, 1080p AV1, 1080p HEVC HDR, 540p, 540p AV1, 540p HEVC HDR");
    RungPlan kept = plan.rungs().get(2);
    assertThat(kept.colour()).isEqualTo(new Colour(9, 16, 9, false));
    assertThat(kept.hdr()).isEqualTo(LIGHT);
    assertThat(kept.bitDepth()).isEqualTo(10);
    assertThat(kept.level()).isEqualTo(40);
    assertThat(kept.toneMap()).isEmpty();
    RungPlan mapped = plan.rungs().get(0);
    assertThat(mapped.colour()).isEqualTo(Colour.BT709);
    assertThat(mapped.toneMap()).contains(new ToneMap(700));
    assertThat(mapped.hdr()).isEqualTo(HdrMetadata.NONE);
    assertThat(mapped.bitDepth()).isEqualTo(8);
    assertThat(plan.warnings()).extracting(Finding::code).contains("TONE_MAPPED", "DEPTH_REDUCED");
  }

  @Test
  void rungs_sdrMaster_haveNoHdr() {
    EncodePlan plan = plan(new PictureScan());
    assertThat(names(plan)).isEqualTo("1080p, 1080p AV1, 540p, 540p AV1");
    assertThat(plan.rungs()).allMatch(rung -> rung.toneMap().isEmpty() && rung.bitDepth() == 8);
    assertThat(plan.warnings()).extracting(Finding::code).contains("HDR_RUNGS_LEFT_OUT");
  }

  @Test
  void rungs_betweenTwo_belongToEachFamily() {
    EncodePlan plan = plan(new PictureScan().size(1280, 720));
    assertThat(names(plan)).isEqualTo("720p, 720p AV1, 540p, 540p AV1");
  }

  @Test
  void rungs_tenBitSdr_staysTenBitInAv1() {
    EncodePlan plan = plan(new PictureScan().samples("yuv420p10le", 10));
    assertThat(plan.rungs()).extracting(RungPlan::bitDepth).containsExactly(8, 10, 8, 10);
  }

  @Test
  void tracks_otherMetadata_areOthers() {
    PictureScan silent = hdr().hdr(HdrScan.NONE);
    assertThat(plan(hdr()).rungs().get(2).track())
        .isNotEqualTo(plan(silent).rungs().get(2).track());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{height: 720, crf: 22, maxBitrate: 3M, dynamicRange: hdr} | HDR needs ten bits",
        "{height: 720, codec: hevc, dynamicRange: hdr, crf: 22, maxBitrate: 3M} | slow networks",
        "{height: 360, codec: hevc, crf: 22, maxBitrate: 1M} | large screens",
        "{height: 540, codec: av1, preset: fast, crf: 22, maxBitrate: 1M} | did you mean",
        "{height: 540, codec: av1, preset: 8, crf: 22.5, maxBitrate: 1M} | whole number",
        "{height: 1080, crf: 22, maxBitrate: 3M} | already has this height",
      })
  void read_rungThatDoesNotFit_isRefused(String rung, String words) {
    String ladder =
        """
        rungs:
          - {height: 1080, crf: 22, maxBitrate: 6M}
          - {height: 360, crf: 22, maxBitrate: 1M}
          - %s
        """
            .formatted(rung);
    assertThatExceptionOfType(ReelwayException.class)
        .isThrownBy(() -> ProfileReader.read("x.yaml", ladder))
        .withMessageContaining(words);
  }

  @Test
  void read_onlyHdr_isRefused() {
    assertThatExceptionOfType(ReelwayException.class)
        .isThrownBy(
            () ->
                ProfileReader.read(
                    "x.yaml",
                    "rungs: [{height: 540, codec: hevc, dynamicRange: hdr, crf: 22,"
                        + " maxBitrate: 1M}]"))
        .withMessageContaining("add SDR rungs");
  }

  @ParameterizedTest
  @CsvSource({
    "1920, 1080, 30, 6000000, 40, 40",
    "1920, 1080, 60, 6000000, 41, 41",
    "1920, 1080, 30, 15000000, 41, 41",
    "3840, 2160, 60, 25000000, 51, 51",
    "3840, 2160, 30, 25000000, 50, 50",
    "640, 360, 30, 800000, 21, 21",
    "426, 240, 30, 400000, 20, 20",
    "7680, 4320, 60, 80000000, 61, 61",
  })
  void level_ofHevcAndAv1_isTheLowestThatHolds(
      int width, int height, int rate, long bits, int hevc, int av1) {
    LevelNeed need =
        new LevelNeed(
            new Size(width, height), dev.reelway.contracts.time.FrameRate.of(rate, 1), bits, bits);
    assertThat(HevcLevel.lowestFor(need).orElseThrow().number()).isEqualTo(hevc);
    assertThat(Av1Level.lowestFor(need).orElseThrow().number()).isEqualTo(av1);
  }

  private static PictureScan hdr() {
    return new PictureScan()
        .colour(9, 16, 9)
        .samples("yuv420p10le", 10)
        .hdr(new HdrScan(LIGHT, false, Optional.empty()));
  }

  private static EncodePlan plan(PictureScan picture) {
    return Planner.plan(
        Scans.inspect(picture), ProfileReader.read("mixed.yaml", LADDER), "build-1", false);
  }

  private static String names(EncodePlan plan) {
    return plan.rungs().stream().map(RungPlan::name).collect(Collectors.joining(", "));
  }
}
