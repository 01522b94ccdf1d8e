package dev.reelway.ingest.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import dev.reelway.contracts.master.AudioStream;
import dev.reelway.contracts.master.Colour;
import dev.reelway.contracts.master.Crop;
import dev.reelway.contracts.master.FieldOrder;
import dev.reelway.contracts.master.Finding;
import dev.reelway.contracts.master.HdrMetadata;
import dev.reelway.contracts.master.Inspection;
import dev.reelway.contracts.master.OtherStream;
import dev.reelway.contracts.master.SeekPoint;
import dev.reelway.contracts.master.SourceOptions;
import dev.reelway.contracts.master.VideoStream;
import dev.reelway.contracts.time.FrameRate;
import dev.reelway.contracts.time.Rational;
import dev.reelway.contracts.time.TickRuns;
import dev.reelway.ingest.PictureScan;
import dev.reelway.ingest.Scans;
import dev.reelway.media.scan.HdrScan;
import dev.reelway.media.scan.MasterAnalysis;
import dev.reelway.media.scan.MasterScan;
import dev.reelway.media.scan.MeasuredFields;
import dev.reelway.media.scan.PictureAnalysis;
import dev.reelway.media.scan.StreamScan;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MasterInspectorTest {

  @Test
  void inspect_constantMaster_identityMapAndExactDuration() {
    FrameRate ntsc = FrameRate.of(30000, 1001);
    Inspection inspection = Scans.inspect(Scans.picture(ntsc, 10), Scans.sound(1, "eng", 10));
    var video = inspection.video().orElseThrow();
    assertThat(video.rate()).isEqualTo(ntsc);
    assertThat(video.variableRate()).isFalse();
    assertThat(video.frameMap()).isEqualTo(video.presentationTimes());
    assertThat(video.frameMap().toTriples()).hasSize(1);
    assertThat(inspection.durationSeconds()).isEqualTo(new Rational(1001, 100));
    assertThat(inspection.findings()).isEmpty();
  }

  @Test
  void inspect_pictureStartsLate_originIsItsFirstFrame() {
    Inspection inspection = Scans.inspect(new PictureScan().ticks(1400, 1440, 1480));
    assertThat(inspection.originSeconds()).isEqualTo(new Rational(7, 5));
  }

  @Test
  void inspect_audioOnly_coversAllTracks() {
    Inspection inspection =
        Scans.inspect(
            Scans.of(
                Scans.sound(0, "eng", true, false, 48_000, 480_000),
                Scans.sound(1, "deu", true, true, 24_000, 240_000)));
    assertThat(inspection.video()).isEmpty();
    assertThat(inspection.originSeconds()).isEqualTo(new Rational(1, 2));
    assertThat(inspection.durationSeconds()).isEqualTo(new Rational(19, 2));
  }

  @Test
  void inspect_severalPictures_defaultThenLargestThenFirst() {
    StreamScan small = new PictureScan().index(0).size(640, 360).build();
    StreamScan large = new PictureScan().index(1).build();
    StreamScan alsoLarge = new PictureScan().index(2).build();
    StreamScan marked = new PictureScan().index(3).size(320, 180).isDefault().build();
    assertThat(picture(small, large, alsoLarge, marked)).isEqualTo(3);
    assertThat(picture(small, large, alsoLarge)).isEqualTo(1);
    assertThat(picture(small)).isZero();
  }

  @Test
  void inspect_coverImage_isLeftOutWithReason() {
    Inspection inspection =
        Scans.inspect(
            Scans.of(Scans.sound(0, "eng", 10), new PictureScan().index(1).attached().build()));
    assertThat(inspection.video()).isEmpty();
    assertThat(inspection.others())
        .containsExactly(
            new OtherStream(1, "video", "h264", "It is a cover image, not a moving picture."));
  }

  @Test
  void inspect_oneSoundUndecodable_isLeftOutWithWarning() {
    Inspection inspection =
        Scans.inspect(
            new PictureScan(),
            Scans.sound(1, "eng", 1),
            Scans.sound(2, "deu", false, false, 0, 48_000));
    assertThat(inspection.audio()).extracting(AudioStream::index).containsExactly(1);
    assertThat(codes(inspection)).containsExactly("STREAM_LEFT_OUT");
  }

  @Test
  void inspect_subtitlesAndData_onlySubtitlesWarn() {
    Inspection inspection =
        Scans.inspect(
            new PictureScan(),
            Scans.sound(1, "eng", 1),
            Scans.other(2, "subtitle"),
            Scans.other(3, "data"));
    assertThat(inspection.others()).extracting(OtherStream::index).containsExactly(2, 3);
    assertThat(codes(inspection)).containsExactly("STREAM_LEFT_OUT");
  }

  static Stream<Arguments> refused() {
    PictureScan gap = new PictureScan().ticks(0, 40, 80, 4_000_080, 4_000_120);
    return Stream.of(
        refusal("neither", FailureKind.MASTER_WITHOUT_MEDIA, Scans.of()),
        refusal("neither", FailureKind.MASTER_WITHOUT_MEDIA, Scans.of(Scans.other(0, "data"))),
        refusal("encrypted", FailureKind.MASTER_ENCRYPTED, of(new PictureScan().encrypted())),
        refusal("no decoder", FailureKind.MASTER_UNSUPPORTED, of(new PictureScan().undecodable())),
        refusal(
            "none of its pictures",
            FailureKind.MASTER_DAMAGED,
            of(new PictureScan().times(TickRuns.of(), 0))),
        refusal(
            "no decoder",
            FailureKind.MASTER_UNSUPPORTED,
            Scans.of(new PictureScan(), Scans.sound(1, "eng", false, false, 0, 48_000))),
        refusal(
            "Dolby Vision profile 5",
            FailureKind.MASTER_UNSUPPORTED,
            of(hdr(16).hdr(dolbyVision(5, 0)))),
        refusal(
            "its size is unknown",
            FailureKind.MASTER_UNSUPPORTED,
            of(new PictureScan().size(0, 1080))),
        refusal(
            "8194 × 100", FailureKind.MASTER_UNSUPPORTED, of(new PictureScan().size(8194, 100))),
        refusal(
            "4322 × 4322", FailureKind.MASTER_UNSUPPORTED, of(new PictureScan().size(4322, 4322))),
        refusal("jump at 0:00:00.080", FailureKind.MASTER_UNSUPPORTED, of(gap)),
        refusal(
            "24 hours", FailureKind.MASTER_UNSUPPORTED, Scans.of(Scans.sound(0, "eng", 90_000))),
        refusal(
            "time scale",
            FailureKind.MASTER_MALFORMED,
            of(new PictureScan().timeBase(Rational.ONE).ticks(0, 512, 1024))),
        refusal(
            "about 100000 pictures a second",
            FailureKind.MASTER_UNSUPPORTED,
            of(
                new PictureScan()
                    .timeBase(new Rational(1, 100_000))
                    .times(runs(0, 1, 1_000_001), 1_000_001))),
        refusal(
            "at most 20000000",
            FailureKind.MASTER_UNSUPPORTED,
            of(
                new PictureScan()
                    .times(TickRuns.fromTriples(List.of(new long[] {0, 1, 20_000_001})), 0))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void inspect_unusableMaster_refusesInWords(String words, FailureKind kind, MasterScan scan) {
    assertThatExceptionOfType(ReelwayException.class)
        .isThrownBy(() -> Scans.inspect(scan))
        .withMessageContaining(words)
        .withMessageContaining("film.mov")
        .satisfies(e -> assertThat(e.kind()).isEqualTo(kind));
  }

  @Test
  void inspect_cutMaster_refusedUnlessTolerated() {
    MasterScan whole = Scans.of(new PictureScan(), Scans.sound(1, "eng", 1));
    MasterScan cut =
        new MasterScan(whole.container(), whole.clock(), whole.streams(), OptionalLong.of(4711));
    assertThatExceptionOfType(ReelwayException.class)
        .isThrownBy(() -> Scans.inspect(cut))
        .withMessage(
            "'film.mov' ends at byte 4711, but its own tables say that more follows;"
                + " --tolerate-damage makes a title of what is there.")
        .satisfies(e -> assertThat(e.kind()).isEqualTo(FailureKind.MASTER_TRUNCATED));
    Inspection tolerated = Scans.inspect(cut, SourceOptions.tolerating(true));
    assertThat(tolerated.findings())
        .containsExactly(
            Finding.warning(
                "MASTER_CUT",
                "The master is cut off at byte 4711, so the title ends at 0:00:01.000."));
  }

  @ParameterizedTest
  @CsvSource({
    "1280, 720, 1000/30, 1",
    "1024, 600, 1000/30, 1",
    "720, 576, 1000/30, 5",
    "720, 480, 1000/25, 6",
    "640, 360, 1000/25, 5",
    "640, 360, 1000/24, 6"
  })
  void inspect_untaggedColour_followsSizeAndRate(
      int width, int height, String frameMilliseconds, int primaries) {
    Rational frame = Rational.parse(frameMilliseconds).times(new Rational(1, 1000));
    PictureScan picture = every(frame).size(width, height).colour(2, 2, 2);
    Inspection inspection = Scans.inspect(picture, Scans.sound(1, "eng", 1));
    assertThat(inspection.video().orElseThrow().colour().primaries()).isEqualTo(primaries);
    assertThat(codes(inspection)).contains("COLOUR_ASSUMED");
  }

  @Test
  void inspect_everyConversion_isNamed() {
    PictureScan picture =
        new PictureScan()
            .size(1439, 1080)
            .aspect(4, 3)
            .crop(new Crop(8, 0, 8, 0))
            .mirrored()
            .rotation(90)
            .samples("yuv422p10le", 10)
            .fullRange();
    Inspection inspection = Scans.inspect(picture, Scans.sound(1, "eng", 1));
    assertThat(codes(inspection))
        .containsExactly(
            "CROPPED",
            "MIRRORED",
            "ROTATED",
            "PIXELS_SQUARED",
            "SIZE_MADE_EVEN",
            "RANGE_LIMITED",
            "CHROMA_REDUCED");
    assertThat(inspection.findings())
        .allMatch(finding -> finding.severity() == Finding.Severity.INFO);
    assertThat(inspection.video().orElseThrow().colour()).isEqualTo(new Colour(1, 1, 1, true));
  }

  @Test
  void inspect_interlacedMaster_hasTwoFramesForEachPicture() {
    PictureScan picture = new PictureScan().fields(FieldOrder.TOP_FIRST);

    VideoStream video = Scans.inspect(picture, Scans.sound(1, "eng", 1)).video().orElseThrow();

    assertThat(video.rate()).isEqualTo(FrameRate.of(50, 1));
    assertThat(video.timeBase()).isEqualTo(new Rational(1, 2000));
    assertThat(video.frameMap()).isEqualTo(runs(0, 40, 50));
    assertThat(video.seekPoints().get(0)).isEqualTo(new SeekPoint(0, 0, 0));
    assertThat(Scans.inspect(picture).durationSeconds()).isEqualTo(Rational.ONE);
  }

  @Test
  void inspect_singleInterlacedPicture_isShown() {
    PictureScan picture = new PictureScan().fields(FieldOrder.TOP_FIRST).ticks(0);

    VideoStream video = Scans.inspect(picture).video().orElseThrow();

    assertThat(video.frameMap().first()).isEqualTo(0);
    assertThat(video.rate()).isEqualTo(FrameRate.of(25, 1));
  }

  @Test
  void inspect_measuredFieldOrder_countsMoreThanTheDeclaredOne() {
    ScannedFile file = new ScannedFile(Scans.MASTER, Scans.of(new PictureScan()));

    Inspection inspection =
        MasterInspector.inspect(
            file, List.of(), SourceOptions.STRICT, Optional.of(bottomFieldsFirst()));

    assertThat(inspection.video().orElseThrow().fieldOrder()).isEqualTo(FieldOrder.BOTTOM_FIRST);
    assertThat(codes(inspection)).contains("DEINTERLACED");
  }

  @Test
  void inspect_severalPictures_oneCanBeWanted() {
    MasterScan scan =
        Scans.of(
            new PictureScan().index(0).build(),
            new PictureScan().index(1).size(640, 360).build(),
            Scans.sound(2, "eng", 1),
            new PictureScan().index(3).attached().build());

    assertThat(Scans.inspect(scan, wanting(1)).video().orElseThrow().index()).isEqualTo(1);
    assertThatExceptionOfType(ReelwayException.class)
        .isThrownBy(() -> Scans.inspect(scan, wanting(2)))
        .withMessage(
            "The picture of 'film.mov' cannot be chosen: stream 2 is audio, and its pictures are"
                + " 0, 1.");
    assertThatExceptionOfType(ReelwayException.class)
        .isThrownBy(() -> Scans.inspect(scan, wanting(3)))
        .withMessageContaining("stream 3 is a cover image");
    assertThatExceptionOfType(ReelwayException.class)
        .isThrownBy(() -> Scans.inspect(scan, wanting(9)))
        .withMessageContaining("there is no stream 9");
  }

  private static SourceOptions wanting(int stream) {
    return new SourceOptions(false, OptionalInt.of(stream), List.of(), List.of(), false);
  }

  private static TickRuns runs(long first, long step, long count) {
    return TickRuns.fromTriples(List.of(new long[] {first, step, count}));
  }

  @Test
  void inspect_pictureStandsLong_warns() {
    PictureScan slides = new PictureScan().ticks(0, 40, 80, 90_080, 90_120);

    assertThat(codes(Scans.inspect(slides))).contains("PICTURE_STANDS");
  }

  @Test
  void inspect_disappointingMaster_warns() {
    Inspection inspection =
        Scans.inspect(
            new PictureScan().bytes(1000),
            Scans.sound(1, "und", 3),
            Scans.sound(2, "deu", true, false, 0, 4_800));
    assertThat(codes(inspection))
        .containsExactly("BITRATE_LOW", "LANGUAGE_MISSING", "SOUND_LONGER");
    Inspection late =
        Scans.inspect(
            Scans.picture(FrameRate.of(25, 1), 10),
            Scans.sound(1, "eng", true, false, 96_000, 240_000));
    assertThat(codes(late)).containsExactly("SOUND_STARTS_LATE", "SOUND_SHORTER");
    assertThat(codes(Scans.inspect(new PictureScan()))).containsExactly("SILENT");
  }

  private static MasterAnalysis bottomFieldsFirst() {
    return new MasterAnalysis(
        Optional.of(
            new PictureAnalysis(
                true,
                100,
                List.of(),
                List.of(),
                new MeasuredFields(0, 100, 0, 0, 0),
                List.of(),
                Optional.empty(),
                OptionalDouble.empty(),
                List.of())),
        List.of());
  }

  private static Arguments refusal(String words, FailureKind kind, MasterScan scan) {
    return Arguments.of(words, kind, scan);
  }

  private static MasterScan of(PictureScan picture) {
    return Scans.of(picture);
  }

  @Test
  void inspect_highDynamicRange_isNamedWithItsAdditions() {
    HdrMetadata metadata =
        new HdrMetadata(Optional.empty(), Optional.of(new HdrMetadata.ContentLight(800, 300)));
    Inspection plus = Scans.inspect(of(hdr(16).hdr(new HdrScan(metadata, true, Optional.empty()))));
    assertThat(codes(plus)).contains("HDR", "HDR10_PLUS_DROPPED");
    assertThat(plus.video().orElseThrow().hdr()).isEqualTo(metadata);
    Inspection vision = Scans.inspect(of(hdr(18).hdr(dolbyVision(8, 4))));
    assertThat(vision.findings())
        .extracting(Finding::message)
        .contains(
            "The picture is Dolby Vision (profile 8.4); its base layer, which is HLG, is used"
                + " alone.");
  }

  @Test
  void inspect_hdrWithoutPrimaries_isTakenForBt2020() {
    Inspection inspection = Scans.inspect(of(new PictureScan().colour(2, 18, 2)));
    assertThat(inspection.video().orElseThrow().colour()).isEqualTo(new Colour(9, 18, 9, false));
  }

  private static HdrScan dolbyVision(int profile, int compatibility) {
    return new HdrScan(
        HdrMetadata.NONE, false, Optional.of(new HdrScan.DolbyVision(profile, compatibility)));
  }

  private static PictureScan hdr(int transfer) {
    return new PictureScan().colour(9, transfer, 9).samples("yuv420p10le", 10);
  }

  private static PictureScan every(Rational frame) {
    return new PictureScan().timeBase(frame).ticks(0, 1, 2, 3);
  }

  private static int picture(StreamScan... streams) {
    return Scans.inspect(Scans.of(streams)).video().orElseThrow().index();
  }

  private static List<String> codes(Inspection inspection) {
    return inspection.findings().stream().map(Finding::code).toList();
  }
}
