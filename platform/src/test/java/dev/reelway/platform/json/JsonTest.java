package dev.reelway.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.master.AudioStream;
import dev.reelway.contracts.master.ClockMap;
import dev.reelway.contracts.master.Colour;
import dev.reelway.contracts.master.Crop;
import dev.reelway.contracts.master.FieldOrder;
import dev.reelway.contracts.master.Finding;
import dev.reelway.contracts.master.HdrMetadata;
import dev.reelway.contracts.master.Inspection;
import dev.reelway.contracts.master.Loudness;
import dev.reelway.contracts.master.Master;
import dev.reelway.contracts.master.OtherStream;
import dev.reelway.contracts.master.Pulldown;
import dev.reelway.contracts.master.SeekPoint;
import dev.reelway.contracts.master.TextStream;
import dev.reelway.contracts.master.TrackRole;
import dev.reelway.contracts.master.VideoStream;
import dev.reelway.contracts.plan.AudioCodec;
import dev.reelway.contracts.plan.AudioMix;
import dev.reelway.contracts.plan.AudioPlan;
import dev.reelway.contracts.plan.ChunkPlan;
import dev.reelway.contracts.plan.Cost;
import dev.reelway.contracts.plan.EncodePlan;
import dev.reelway.contracts.plan.LoudnessTarget;
import dev.reelway.contracts.plan.RungPlan;
import dev.reelway.contracts.plan.TextFormat;
import dev.reelway.contracts.plan.TextPlan;
import dev.reelway.contracts.plan.ToneMap;
import dev.reelway.contracts.plan.VideoCodec;
import dev.reelway.contracts.time.FrameRate;
import dev.reelway.contracts.time.Rational;
import dev.reelway.contracts.time.SegmentGrid;
import dev.reelway.contracts.time.TickRuns;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class JsonTest {

  private static final FrameRate FILM = FrameRate.of(24000, 1001);

  @Test
  void read_writtenPlan_isEqual() {
    EncodePlan plan = plan(Optional.of(video()));
    assertThat(Json.read(Json.write(plan), EncodePlan.class, "plan")).isEqualTo(plan);
    assertThat(Json.read(Json.writePretty(plan), EncodePlan.class, "plan")).isEqualTo(plan);
  }

  @Test
  void read_writtenAudioPlan_isEqual() {
    EncodePlan plan = plan(Optional.empty());
    assertThat(text(Json.write(plan))).doesNotContain("\"video\"");
    assertThat(Json.read(Json.write(plan), EncodePlan.class, "plan")).isEqualTo(plan);
  }

  @Test
  void write_rationalRateAndRuns_haveTheirShortForms() {
    String json = text(Json.write(plan(Optional.of(video()))));
    assertThat(json)
        .contains("\"rate\":\"24000/1001\"")
        .contains("\"crf\":\"45/2\"")
        .contains("\"presentationTimes\":[[0,1001,240]]")
        .contains("\"isDefault\":true");
  }

  @Test
  void write_record_keepsTheOrderOfItsFields() {
    assertThat(text(Json.write(new Cost(3, 2, 1))))
        .isEqualTo("{\"cpuSeconds\":3,\"scratchBytes\":2,\"outputBytes\":1}");
    assertThat(text(Json.writePretty(new Cost(3, 2, 1))))
        .isEqualTo(
            """
            {
              "cpuSeconds" : 3,
              "scratchBytes" : 2,
              "outputBytes" : 1
            }\
            """);
  }

  @Test
  void write_segmentGrid_hasNoDerivedFields() {
    assertThat(text(Json.write(new SegmentGrid(FILM, 48, 96, 240))))
        .isEqualTo(
            "{\"rate\":\"24000/1001\",\"gopFrames\":48,\"segmentFrames\":96,\"frameCount\":240}");
  }

  @Test
  void read_unknownField_isIgnored() {
    byte[] json = bytes("{\"cpuSeconds\":1,\"scratchBytes\":2,\"outputBytes\":3,\"new\":{}}");
    assertThat(Json.read(json, Cost.class, "cost")).isEqualTo(new Cost(1, 2, 3));
  }

  @Test
  void read_missingNumber_fails() {
    assertBroken("{\"cpuSeconds\":1,\"scratchBytes\":2}");
  }

  @Test
  void read_noJson_fails() {
    assertBroken("<html>");
    assertBroken("");
    assertBroken("{\"cpuSeconds\":1,\"scratchBytes\":2,\"outputBytes\":3} more");
  }

  private static void assertBroken(String json) {
    assertThatThrownBy(() -> Json.read(bytes(json), Cost.class, "cost.json"))
        .hasMessageStartingWith("cost.json is not a valid Cost")
        .isInstanceOfSatisfying(
            ReelwayException.class,
            e -> assertThat(e.kind()).isEqualTo(FailureKind.INVARIANT_BROKEN));
  }

  private static EncodePlan plan(Optional<VideoStream> video) {
    Inspection inspection =
        new Inspection(
            Inspection.SCHEMA,
            new Master("film.mov", 1_000_000, "ab".repeat(32)),
            List.of(new Master("film.de.srt", 1_000, "ef".repeat(32))),
            "mov",
            new Rational(1001, 100),
            Rational.ZERO,
            new ClockMap(List.of(new ClockMap.Piece(188, Rational.ONE, new Rational(-1, 90_000)))),
            video,
            List.of(audio()),
            List.of(new TextStream(1, 0, 0, "subrip", "deu", "", TrackRole.SDH, false)),
            List.of(new OtherStream(2, "data", "tmcd", "Time code is not used.")),
            List.of(Finding.warning("QUIET", "The sound is quiet.")));
    return new EncodePlan(
        EncodePlan.SCHEMA,
        "cd".repeat(32),
        "engine-1",
        false,
        inspection,
        new SegmentGrid(FILM, 48, 96, 240),
        List.of(rung()),
        List.of(
            new AudioPlan(
                "a1",
                "English",
                0,
                AudioMix.unchanged(1, "FL", "FR"),
                "eng",
                TrackRole.MAIN,
                true,
                AudioCodec.AAC,
                48000,
                128_000,
                Optional.of(new LoudnessTarget(-23, -1)),
                480_480,
                new Rational(-1, 3))),
        List.of(
            new TextPlan(
                "t1",
                "Deutsch",
                1,
                0,
                0,
                "deu",
                TrackRole.SDH,
                false,
                TextFormat.WVTT,
                Rational.ZERO)),
        List.of(new ChunkPlan(0, 0, 3, 0, 240)),
        new Cost(10, 20, 30),
        List.of(Finding.info("SCALED", "The picture is scaled.")));
  }

  private static RungPlan rung() {
    return new RungPlan(
        "v1",
        "720p",
        1280,
        720,
        1,
        FILM,
        VideoCodec.H264,
        "fast",
        new Rational(45, 2),
        3_000_000,
        3_000_000,
        31,
        10,
        new Colour(9, 16, 9, false),
        hdr(),
        Optional.of(new ToneMap(600)));
  }

  private static HdrMetadata hdr() {
    HdrMetadata.Point point = new HdrMetadata.Point(34_000, 16_000);
    return new HdrMetadata(
        Optional.of(new HdrMetadata.MasteringDisplay(point, point, point, point, 10_000_000, 50)),
        Optional.of(new HdrMetadata.ContentLight(600, 200)));
  }

  private static VideoStream video() {
    TickRuns times = filmTimes();
    return new VideoStream(
        0,
        "prores",
        "HQ",
        1920,
        1080,
        Rational.ONE,
        new Crop(1, 2, 3, 4),
        true,
        0,
        "yuv422p10le",
        10,
        Colour.BT709,
        hdr(),
        FieldOrder.TOP_FIRST,
        Optional.of(new Pulldown(FieldOrder.TOP_FIRST, FrameRate.of(30000, 1001), 0, 3)),
        new Rational(1, 24000),
        FILM,
        false,
        times,
        times,
        List.of(new SeekPoint(0, 0, -1), new SeekPoint(1001, 1001, 4096)),
        100_000_000);
  }

  private static TickRuns filmTimes() {
    return TickRuns.of(LongStream.range(0, 240).map(frame -> 1001 * frame).toArray());
  }

  private static AudioStream audio() {
    return new AudioStream(
        0,
        1,
        "pcm_s24le",
        48000,
        2,
        "stereo",
        "eng",
        "",
        TrackRole.MAIN,
        true,
        new Rational(1, 48000),
        0,
        480_480,
        2_304_000,
        Optional.of(new Loudness(-23, 7.5, -1.2)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
