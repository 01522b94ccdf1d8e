package dev.reelway.ingest.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelway.contracts.master.ClockMap;
import dev.reelway.contracts.master.Finding;
import dev.reelway.contracts.master.Inspection;
import dev.reelway.contracts.master.Master;
import dev.reelway.contracts.master.Sidecar;
import dev.reelway.contracts.master.SourceOptions;
import dev.reelway.contracts.plan.AudioCodec;
import dev.reelway.contracts.plan.AudioMix;
import dev.reelway.contracts.plan.AudioPlan;
import dev.reelway.contracts.plan.EncodePlan;
import dev.reelway.contracts.plan.Profile;
import dev.reelway.contracts.time.Rational;
import dev.reelway.ingest.PictureScan;
import dev.reelway.ingest.Scans;
import dev.reelway.ingest.SoundScan;
import dev.reelway.ingest.inspect.MasterInspector;
import dev.reelway.ingest.inspect.ScannedFile;
import dev.reelway.media.scan.MasterScan;
import dev.reelway.media.scan.StreamScan;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoundPlanTest {

  @Test
  void plan_defaultLadder_keepsSurroundBesideStereo() {
    EncodePlan plan = plan("", new SoundScan(1).layout("5.1(side)", 6).language("eng"));

    assertThat(plan.audio())
        .extracting(SoundPlanTest::rendition)
        .containsExactly("AAC 2 128000", "AAC 6 384000");
    assertThat(plan.audio()).extracting(AudioPlan::name).containsOnly("English");
    assertThat(plan.audio()).allMatch(AudioPlan::isDefault);
  }

  @Test
  void plan_everyCodec_givesSevenDotOneMoreAndDolbyFivePointOne() {
    String ladder = "audio: {opus: 96k, surround: {eac3: 384k, ac3: 448k, opus: 240k}}";
    EncodePlan plan = plan(ladder, new SoundScan(1).layout("7.1", 8));

    assertThat(plan.audio())
        .extracting(SoundPlanTest::rendition)
        .containsExactly(
            "AAC 2 128000",
            "OPUS 2 96000",
            "AAC 8 512000",
            "AC3 6 448000",
            "EAC3 6 384000",
            "OPUS 8 320000");
  }

  @Test
  void plan_opus_alwaysRunsAt48000() {
    EncodePlan plan = plan("audio: {opus: 96k, sampleRate: 44100}", new SoundScan(1));

    assertThat(plan.audio()).extracting(AudioPlan::sampleRate).containsExactly(44_100, 48_000);
    AudioPlan opus = plan.audio().get(1);
    assertThat(new Rational(opus.samples(), 48_000))
        .isEqualTo(new Rational(plan.audio().get(0).samples(), 44_100));
  }

  @Test
  void plan_defaultTrack_isTheProgrammeAndNotItsDescription() {
    EncodePlan plan =
        plan(
            "",
            new SoundScan(1).marked("visual_impaired").isDefault().language("eng"),
            new SoundScan(2).language("deu"),
            new SoundScan(3).isDefault().language("eng"));

    assertThat(plan.audio()).extracting(AudioPlan::isDefault).containsExactly(false, false, true);
    assertThat(plan.audio())
        .extracting(AudioPlan::name)
        .containsExactly("English (audio description)", "German", "English");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2 | aac       | mov,mp4 | auto     | [1 2]",
        "3 | pcm_s16le | mxf     | auto     | [1] [2] [3]",
        "4 | pcm_s16le | mxf     | auto     | [1 2] [3 4]",
        "6 | pcm_s16le | mxf     | auto     | [1 2 3 4 5 6]*",
        "8 | pcm_s24le | mxf     | auto     | [1 2] [3 4] [5 6] [7 8]",
        "8 | pcm_s24le | mov,mp4 | auto     | [7 8] [1 2 3 4 5 6]*",
        "8 | aac       | mov,mp4 | surround | [7 8] [1 2 3 4 5 6]*",
        "8 | pcm_s24le | mov,mp4 | pairs    | [1 2] [3 4] [5 6] [7 8]",
        "10 | pcm_s24le | mov,mp4 | surround | [7 8] [1 2 3 4 5 6]* [9 10]",
        "2 | aac       | mov,mp4 | separate | [1] [2]"
      })
  void plan_monoTracks_areTakenByTheirNumber(
      int count, String codec, String container, String words, String expected) {
    StreamScan[] tracks =
        IntStream.rangeClosed(1, count)
            .mapToObj(i -> new SoundScan(i).layout("mono", 1).codec(codec.strip()).build())
            .toArray(StreamScan[]::new);
    MasterScan scan =
        new MasterScan(
            container.strip(), ClockMap.EVEN, withPicture(Stream.of(tracks)), OptionalLong.empty());

    EncodePlan plan = plan(Scans.inspect(scan), "audio: {monoTracks: " + words.strip() + "}");

    String found =
        String.join(
            " ",
            plan.audio().stream()
                .filter(audio -> audio.channels() == 6 || !fromSix(audio))
                .map(SoundPlanTest::inputs)
                .toList());
    assertThat(found).isEqualTo(expected);
    assertThat(plan.warnings().stream().map(Finding::code).toList().contains("MONO_TRACKS_JOINED"))
        .isEqualTo(!expected.startsWith("[1]"));
  }

  @Test
  void plan_monoTracksOfTwoLanguages_stayApart() {
    EncodePlan plan =
        plan(
            "",
            new SoundScan(1).layout("mono", 1).language("eng"),
            new SoundScan(2).layout("mono", 1).language("spa"));

    assertThat(plan.audio()).extracting(AudioPlan::name).containsExactly("English", "Spanish");
  }

  @Test
  void trackIds_soundFileAdded_leaveAllOtherTracksAlone() {
    ScannedFile master =
        new ScannedFile(
            Scans.MASTER, Scans.of(new PictureScan(), new SoundScan(1).language("eng").build()));
    Sidecar dub = new Sidecar("d.wav", "", Optional.of("de"), Optional.empty(), Optional.empty());
    SourceOptions options =
        new SourceOptions(false, OptionalInt.empty(), List.of(), List.of(dub), false);
    ScannedFile file =
        new ScannedFile(
            new Master("d.wav", 10, "cd".repeat(32)), Scans.of(new SoundScan(0).build()));

    EncodePlan before = plan(MasterInspector.inspect(master, List.of(), SourceOptions.STRICT), "");
    EncodePlan after = plan(MasterInspector.inspect(master, List.of(file), options), "");

    assertThat(after.rungs()).isEqualTo(before.rungs());
    assertThat(after.audio()).hasSize(2).containsAll(before.audio());
    assertThat(after.planHash()).isNotEqualTo(before.planHash());
  }

  @Test
  void trackIds_gainAndMix_belongToThem() {
    SoundScan sound = new SoundScan(1).layout("5.1", 6);

    String plain = plan("", sound).audio().get(0).track();
    String louder = plan("audio: {loudness: {target: -16}}", sound).audio().get(0).track();
    String other = plan("", new SoundScan(1).layout("5.0", 5)).audio().get(0).track();

    assertThat(List.of(plain, louder, other)).doesNotHaveDuplicates();
  }

  @Test
  void plan_conversions_areNamed() {
    EncodePlan plan =
        plan("audio: {loudness: {}, sampleRate: 44100}", new SoundScan(1).layout("mono", 1));

    assertThat(plan.warnings())
        .extracting(Finding::code)
        .contains("SOUND_MIXED", "SAMPLE_RATE_CONVERTED", "LOUDNESS_ADJUSTED");
  }

  private static boolean fromSix(AudioPlan audio) {
    return audio.mix().inputs().size() == 6;
  }

  private static String inputs(AudioPlan audio) {
    String streams =
        String.join(
            " ",
            audio.mix().inputs().stream()
                .map(AudioMix.Input::stream)
                .map(String::valueOf)
                .toList());
    return "[" + streams + "]" + (audio.channels() == 6 ? "*" : "");
  }

  private static String rendition(AudioPlan plan) {
    AudioCodec codec = plan.codec();
    return codec + " " + plan.channels() + " " + plan.bitsPerSecond();
  }

  private static EncodePlan plan(String ladder, SoundScan... sounds) {
    MasterScan scan =
        new MasterScan(
            "matroska,webm",
            ClockMap.EVEN,
            withPicture(Stream.of(sounds).map(SoundScan::build)),
            OptionalLong.empty());
    return plan(Scans.inspect(scan), ladder);
  }

  private static List<StreamScan> withPicture(Stream<StreamScan> sounds) {
    return Stream.concat(Stream.of(new PictureScan().build()), sounds).toList();
  }

  private static EncodePlan plan(Inspection inspection, String ladder) {
    Profile profile =
        ProfileReader.read(
            "x.yaml", "rungs: [{height: 144, crf: 30, maxBitrate: 300k}]\n" + ladder);
    return Planner.plan(inspection, profile, "build-1", false);
  }
}
