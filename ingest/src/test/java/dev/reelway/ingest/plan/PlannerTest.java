package dev.reelway.ingest.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.master.Colour;
import dev.reelway.contracts.master.FieldOrder;
import dev.reelway.contracts.master.Finding;
import dev.reelway.contracts.master.Inspection;
import dev.reelway.contracts.master.TrackRole;
import dev.reelway.contracts.plan.AudioPlan;
import dev.reelway.contracts.plan.ChunkKeys;
import dev.reelway.contracts.plan.DynamicRange;
import dev.reelway.contracts.plan.EncodePlan;
import dev.reelway.contracts.plan.Profile;
import dev.reelway.contracts.plan.RungPlan;
import dev.reelway.contracts.plan.TextFormat;
import dev.reelway.contracts.plan.TextPlan;
import dev.reelway.contracts.time.FrameRate;
import dev.reelway.contracts.time.Rational;
import dev.reelway.ingest.Golden;
import dev.reelway.ingest.PictureScan;
import dev.reelway.ingest.Scans;
import dev.reelway.media.scan.MasterScan;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlannerTest {

  private static final Profile DEFAULT = ProfileReader.defaultProfile();
  private static final FrameRate NTSC = FrameRate.of(30000, 1001);

  @Test
  void plan_interlacedMaster_framesHalveTheRate() {
    Inspection inspection =
        Scans.inspect(new PictureScan().fields(FieldOrder.TOP_FIRST).size(720, 576));
    Profile frames =
        new Profile(
            "x",
            DEFAULT.segmentSeconds(),
            DEFAULT.gopSeconds(),
            Profile.Interlaced.FRAMES,
            DEFAULT.video(),
            DEFAULT.audio());

    assertThat(Planner.plan(inspection, frames, "build", false).rungs())
        .allSatisfy(rung -> assertThat(rung.rate()).isEqualTo(FrameRate.of(25, 1)));
    assertThat(Planner.plan(inspection, DEFAULT, "build", false).rungs().get(0).rate())
        .isEqualTo(FrameRate.of(50, 1));
  }

  @Test
  void plan_fiftySecondsWithTwoLanguages_matchesGolden() throws IOException {
    Inspection inspection =
        Scans.inspect(
            Scans.picture(FrameRate.of(60000, 1001), 50),
            Scans.sound(1, "eng", 50),
            Scans.sound(2, "ger", 45));
    Golden.assertMatches("plan/ntsc-1080p60-two-languages.txt", PlanDump.of(plan(inspection)));
  }

  @ParameterizedTest
  @CsvSource({
    "1920, 1080, '1920x1080 1280x720 960x540 768x432 640x360 426x240'",
    "3840, 2160, '1920x1080 1280x720 960x540 768x432 640x360 426x240'",
    "1600, 900, '1600x900 1280x720 960x540 768x432 640x360 426x240'",
    "1366, 768, '1280x720 960x540 768x432 640x360 426x240'",
    "853, 481, '852x480 766x432 638x360 426x240'",
    "641, 361, '640x360 426x240'",
    "320, 180, '320x180'",
    "101, 51, '100x50'",
    "1080, 1920, '1080x1920 720x1280 540x960 432x768 360x640 240x426'"
  })
  void rungs_anySource_areNeverUpscaled(int width, int height, String sizes) {
    assertThat(sizes(new PictureScan().size(width, height))).isEqualTo(sizes);
  }

  @Test
  void rungs_anamorphicAndTurned_followTheDisplay() {
    assertThat(sizes(new PictureScan().size(1440, 1080).aspect(4, 3))).startsWith("1920x1080 ");
    assertThat(sizes(new PictureScan().size(1920, 1080).rotation(90))).startsWith("1080x1920 ");
    assertThat(sizes(new PictureScan().size(720, 576).aspect(16, 15))).startsWith("720x540 ");
  }

  @Test
  void rungs_betweenTwo_takeACapBetween() {
    RungPlan own = plan(Scans.inspect(new PictureScan().size(1600, 900))).rungs().get(0);
    assertThat(own.name()).isEqualTo("900p");
    assertThat(own.maxBitsPerSecond()).isEqualTo(4_570_000);
    assertThat(own.bufferBits()).isEqualTo(own.maxBitsPerSecond());
  }

  @ParameterizedTest
  @CsvSource({"25, 1 1 1 1 1 1", "50, 1 1 1 2 2 2", "60, 1 1 1 2 2 2", "120, 2 2 2 4 4 4"})
  void rungs_fastTitles_skipFrames(int rate, String divisors) {
    EncodePlan plan = plan(Scans.inspect(Scans.picture(FrameRate.of(rate, 1), 20)));
    assertThat(joined(plan.rungs().stream().map(RungPlan::rateDivisor).toList()))
        .isEqualTo(divisors);
    assertThat(plan.grid().gopFrames() % plan.rungs().get(5).rateDivisor()).isZero();
  }

  @Test
  void rungs_colour_keepsStandardsAndConvertsTheRest() {
    assertThat(colour(5, 6, 6)).isEqualTo(Colour.BT601_625);
    assertThat(colour(1, 1, 1)).isEqualTo(Colour.BT709);
    assertThat(colour(9, 14, 9)).isEqualTo(Colour.BT709);
    EncodePlan plan = plan(Scans.inspect(new PictureScan().colour(9, 14, 9)));
    assertThat(plan.warnings()).extracting(Finding::code).contains("COLOUR_CONVERTED", "SILENT");
  }

  @Test
  void rungs_beyondAllLevels_refuseTheLadder() {
    Profile ladder =
        ProfileReader.read(
            "big.yaml", "rungs: [{height: 4320, crf: 20, maxBitrate: 100M, maxFrameRate: 120}]");
    Inspection inspection = Scans.inspect(Scans.picture(FrameRate.of(120, 1), 2).size(8192, 4320));
    assertThat(Planner.plan(inspection, ladder, "build-1", false).rungs().get(0).level())
        .isEqualTo(62);
    Profile.Rung fast =
        new Profile.Rung(
            4320,
            ladder.video().get(0).codec(),
            DynamicRange.SDR,
            "fast",
            Rational.of(20),
            2_000_000_000L,
            Rational.of(120));
    Profile tooFast =
        new Profile(
            "x",
            Rational.of(6),
            Rational.of(2),
            Profile.Interlaced.FIELDS,
            List.of(fast),
            ladder.audio());
    assertThatExceptionOfType(ReelwayException.class)
        .isThrownBy(() -> Planner.plan(inspection, tooFast, "build-1", false))
        .satisfies(e -> assertThat(e.kind()).isEqualTo(FailureKind.LADDER_INVALID));
  }

  @Test
  void audio_languages_getDistinctNamesAndOneDefault() {
    EncodePlan plan =
        plan(
            Scans.inspect(
                new PictureScan(),
                Scans.sound(1, "ger", 1),
                Scans.sound(2, "eng", true, true, 0, 48_000),
                Scans.sound(3, "deu", 1),
                Scans.sound(4, "und", true, true, 0, 48_000),
                Scans.sound(5, "xx", 1)));
    assertThat(plan.audio())
        .extracting(AudioPlan::name)
        .containsExactly("German", "English", "German 2", "Sound", "Sound 2");
    assertThat(plan.audio())
        .extracting(AudioPlan::language)
        .containsExactly("deu", "eng", "deu", "und", "und");
    assertThat(plan.audio())
        .extracting(AudioPlan::isDefault)
        .containsExactly(false, true, false, false, false);
    assertThat(plan.audio()).extracting(AudioPlan::track).doesNotHaveDuplicates();
  }

  @Test
  void plan_audioOnly_hasAacGridAndExactSamples() {
    Inspection inspection =
        Scans.inspect(Scans.of(Scans.sound(0, "eng", true, true, 0, 48_000 * 20 + 100)));
    EncodePlan plan = plan(inspection);
    assertThat(plan.rungs()).isEmpty();
    assertThat(plan.chunks()).isEmpty();
    assertThat(plan.grid().rate()).isEqualTo(FrameRate.of(375, 8));
    assertThat(plan.grid().frameCount()).isEqualTo(938);
    assertThat(plan.audio().get(0).samples()).isEqualTo(960_100);
  }

  @Test
  void plan_sameInput_givesSamePlan() {
    Inspection inspection = Scans.inspect(Scans.picture(NTSC, 30), Scans.sound(1, "eng", 30));
    assertThat(plan(inspection)).isEqualTo(plan(inspection));
  }

  @Test
  void trackIds_changeOfAnySetting_changesOnlyWhatDependsOnIt() {
    Inspection inspection = Scans.inspect(Scans.picture(NTSC, 30), Scans.sound(1, "eng", 30));
    EncodePlan plan = plan(inspection);
    EncodePlan otherBuild = Planner.plan(inspection, DEFAULT, "build-2", false);
    assertThat(tracks(otherBuild)).doesNotContainAnyElementsOf(tracks(plan));
    EncodePlan tolerant = Planner.plan(inspection, DEFAULT, "build-1", true);
    assertThat(tracks(tolerant)).doesNotContainAnyElementsOf(tracks(plan));
    Profile otherAudio =
        new Profile(
            "x",
            DEFAULT.segmentSeconds(),
            DEFAULT.gopSeconds(),
            DEFAULT.interlaced(),
            DEFAULT.video(),
            Profile.Audio.stereo(96_000, 48_000));
    EncodePlan quieter = Planner.plan(inspection, otherAudio, "build-1", false);
    assertThat(quieter.rungs()).isEqualTo(plan.rungs());
    assertThat(quieter.audio()).doesNotContainAnyElementsOf(plan.audio());
    assertThat(quieter.planHash()).isNotEqualTo(plan.planHash());
  }

  @Test
  void plan_textAddedLater_changesNoOtherTrack() {
    MasterScan scan = Scans.of(Scans.picture(NTSC, 30), Scans.sound(1, "eng", 30));
    MasterScan with =
        Scans.of(
            Scans.picture(NTSC, 30),
            Scans.sound(1, "eng", 30),
            Scans.text(2, "subrip", "ger", "forced"));
    EncodePlan before = plan(Scans.inspect(scan));
    EncodePlan after = plan(Scans.inspect(with));

    assertThat(after.rungs()).isEqualTo(before.rungs());
    assertThat(after.audio()).isEqualTo(before.audio());
    assertThat(after.chunks()).isEqualTo(before.chunks());
    assertThat(after.planHash()).isNotEqualTo(before.planHash());
    assertThat(after.text())
        .extracting(TextPlan::name, TextPlan::format, TextPlan::role)
        .containsExactly(
            tuple("German (forced)", TextFormat.WEBVTT, TrackRole.FORCED),
            tuple("German (forced)", TextFormat.WVTT, TrackRole.FORCED));
    assertThat(after.trackIds()).doesNotHaveDuplicates().hasSize(before.rungs().size() + 6);
  }

  @Test
  void plan_imsc1_oneRenditionServesAllPlayers() {
    MasterScan scan =
        Scans.of(
            Scans.picture(NTSC, 30), Scans.sound(1, "eng", 30), Scans.text(2, "subrip", "ger"));
    Profile profile =
        new Profile(
            "x",
            DEFAULT.segmentSeconds(),
            DEFAULT.gopSeconds(),
            DEFAULT.interlaced(),
            DEFAULT.video(),
            DEFAULT.audio(),
            Profile.Text.IMSC1,
            Profile.Scrubbing.NONE);

    EncodePlan plan = Planner.plan(Scans.inspect(scan), profile, "build-1", false);

    assertThat(plan.text()).extracting(TextPlan::format).containsExactly(TextFormat.IMSC1);
  }

  @Test
  void trackIds_areFolderNames() {
    Inspection inspection = Scans.inspect(Scans.picture(NTSC, 30), Scans.sound(1, "eng", 30));
    assertThat(tracks(plan(inspection)))
        .allMatch(id -> id.matches("(video-[0-9]+p|audio-[a-z]{3})-[0-9a-f]{12}"));
  }

  @Test
  void chunkKeys_ofAllWork_areDistinctAndIndependentOfOtherRungs() {
    Inspection inspection = Scans.inspect(Scans.picture(NTSC, 30), Scans.sound(1, "eng", 30));
    EncodePlan plan = plan(inspection);
    assertThat(keys(plan)).doesNotHaveDuplicates().allMatch(key -> key.matches("[0-9a-f]{64}"));
    Profile fewer =
        new Profile(
            "x",
            DEFAULT.segmentSeconds(),
            DEFAULT.gopSeconds(),
            DEFAULT.interlaced(),
            DEFAULT.video().subList(1, 3),
            DEFAULT.audio());
    assertThat(keys(plan)).containsAll(keys(Planner.plan(inspection, fewer, "build-1", false)));
  }

  @Property(tries = 200)
  void plan_anySize_hasEvenDescendingRungsThatFit(
      @ForAll @IntRange(min = 16, max = 4320) int width,
      @ForAll @IntRange(min = 16, max = 4320) int height) {
    EncodePlan plan = plan(Scans.inspect(new PictureScan().size(width, height)));
    int previous = Integer.MAX_VALUE;
    for (RungPlan rung : plan.rungs()) {
      assertThat(rung.width() % 2 + rung.height() % 2).isZero();
      assertThat(Math.min(rung.width(), rung.height()))
          .isLessThanOrEqualTo(Math.min(width, height))
          .isLessThan(previous);
      previous = Math.min(rung.width(), rung.height());
    }
    assertThat(plan.rungs()).isNotEmpty();
  }

  private static EncodePlan plan(Inspection inspection) {
    return Planner.plan(inspection, DEFAULT, "build-1", false);
  }

  private static String sizes(PictureScan picture) {
    return joined(
        plan(Scans.inspect(picture)).rungs().stream()
            .map(rung -> rung.width() + "x" + rung.height())
            .toList());
  }

  private static Colour colour(int primaries, int transfer, int matrix) {
    PictureScan picture = new PictureScan().colour(primaries, transfer, matrix);
    return plan(Scans.inspect(picture)).rungs().get(0).colour();
  }

  private static List<String> tracks(EncodePlan plan) {
    return Stream.concat(
            plan.rungs().stream().map(RungPlan::track), plan.audio().stream().map(AudioPlan::track))
        .toList();
  }

  private static List<String> keys(EncodePlan plan) {
    return plan.rungs().stream()
        .flatMap(rung -> plan.chunks().stream().map(chunk -> ChunkKeys.ofRung(plan, chunk, rung)))
        .toList();
  }

  private static String joined(List<?> values) {
    return String.join(" ", values.stream().map(String::valueOf).toList());
  }
}
