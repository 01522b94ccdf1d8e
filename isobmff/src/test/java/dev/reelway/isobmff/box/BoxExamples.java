package dev.reelway.isobmff.box;

import dev.reelway.isobmff.Bytes;
import dev.reelway.isobmff.Examples;
import dev.reelway.isobmff.box.TrackRunBox.Field;
import dev.reelway.isobmff.codec.AvcDecoderConfiguration;
import dev.reelway.isobmff.codec.DolbyFrame;
import dev.reelway.isobmff.codec.OpusHead;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/** The one list that every box goes through; a box that is missing here fails the round trip. */
final class BoxExamples {
  private static final long LARGE = 1L << 40;

  private BoxExamples() {}

  static List<Box> all() {
    return Stream.of(fileLevel(), movie(), sampleTable(), codecs(), fragments(), text())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Box> fileLevel() {
    FourCc cmfc = FourCc.of("cmfc");
    return List.of(
        new FileTypeBox(cmfc, 0, List.of(cmfc, FourCc.of("iso6"))),
        new SegmentTypeBox(FourCc.of("cmfs"), 0, List.of(FourCc.of("msdh"))),
        new SegmentIndexBox(
            1,
            30_000,
            LARGE,
            0,
            List.of(
                SegmentIndexBox.Reference.toFragment(123_456, 180_180),
                new SegmentIndexBox.Reference(true, 77, 1, false, 0, 9))),
        new UnknownBox(FourCc.of("free"), Bytes.ofHex("00010203")),
        new UnknownBox(FourCc.of("uuid"), Bytes.EMPTY));
  }

  private static List<Box> movie() {
    return List.of(
        MovieHeaderBox.ofFragmented(90_000, 2),
        new MovieHeaderBox(1, LARGE, 600, LARGE, 0x8000, 0, TransformMatrix.IDENTITY, 7),
        TrackHeaderBox.ofVideo(1, 1920, 1080),
        TrackHeaderBox.ofAudio(2),
        new TrackHeaderBox(
            1,
            2,
            3,
            4,
            LARGE,
            5,
            6,
            7,
            new TransformMatrix(List.of(1, 2, 3, 4, 5, 6, 7, 8, -9)),
            8,
            9),
        EditListBox.startingAt(1024),
        new EditListBox(
            List.of(
                new EditListBox.Entry(500, EditListBox.EMPTY_EDIT, 1, 0),
                new EditListBox.Entry(LARGE, -LARGE, 2, 3))),
        new MediaHeaderBox(0, 0, 48_000, 0, "deu"),
        new MediaHeaderBox(LARGE, 0, 48_000, 5, MediaHeaderBox.UNDETERMINED),
        new HandlerBox(HandlerBox.VIDEO, "Vidéo"),
        new HandlerBox(HandlerBox.SOUND, ""),
        new VideoMediaHeaderBox(),
        new SoundMediaHeaderBox(),
        DataReferenceBox.THIS_FILE,
        new DataReferenceBox(List.of(new DataEntryUrlBox("file:other.mp4"))),
        DataEntryUrlBox.THIS_FILE,
        new MovieExtendsHeaderBox(12_345),
        new MovieExtendsHeaderBox(LARGE),
        new TrackExtendsBox(1, 1, 1001, 0xffff_ffffL, SampleFlags.NOT_SYNC));
  }

  private static List<Box> sampleTable() {
    return List.of(
        TimeToSampleBox.EMPTY,
        new TimeToSampleBox(List.of(new TimeToSampleBox.Entry(10, 1001))),
        SampleToChunkBox.EMPTY,
        new SampleToChunkBox(List.of(new SampleToChunkBox.Entry(1, 2, 3))),
        SampleSizeBox.EMPTY,
        new SampleSizeBox(0, 2, List.of(100L, 200L)),
        new SampleSizeBox(4, 1_000_000, List.of()),
        ChunkOffsetBox.EMPTY,
        new ChunkOffsetBox(List.of(48L, 0xffff_ffffL)),
        new SampleDescriptionBox(List.of(Examples.avcEntry())),
        new SampleDescriptionBox(List.of(new UnknownBox(FourCc.of("text"), Bytes.ofHex("aa")))));
  }

  private static List<Box> codecs() {
    Bytes unit = Bytes.ofHex("674d401e");
    return List.of(
        Examples.avcEntry(),
        new VisualSampleEntry(VisualSampleEntry.AVC, 65535, 2, "Naïve", List.of()),
        AudioSampleEntry.mpeg4(
            6,
            96_000,
            ElementaryStreamDescriptorBox.mpeg4Audio(Examples.AAC_CONFIG, Examples.BIT_RATE),
            Examples.BIT_RATE),
        new Ac3SpecificBox(new DolbyFrame(false, 0, 8, 0, 7, true, 15)),
        new Ec3SpecificBox(256, new DolbyFrame(true, 0, 16, 0, 2, false, 0)),
        soundEntry(
            AudioSampleEntry.AC3, new Ac3SpecificBox(new DolbyFrame(false, 1, 8, 2, 7, true, 15))),
        soundEntry(
            AudioSampleEntry.EAC3,
            new Ec3SpecificBox(384, new DolbyFrame(true, 0, 16, 0, 7, true, 0))),
        soundEntry(
            AudioSampleEntry.OPUS,
            new OpusSpecificBox(new OpusHead(2, 312, 48_000, -256, 0, Bytes.EMPTY))),
        new OpusSpecificBox(new OpusHead(6, 312, 44_100, 0, 1, Bytes.ofHex("0402000401020305"))),
        new ElementaryStreamDescriptorBox(1, 0x40, 0xffffff, 1, 2, Bytes.copyOf(new byte[200])),
        new AvcConfigurationBox(
            AvcDecoderConfiguration.fromAnnexB(Examples.AVC_EXTRADATA.toArray())),
        new AvcConfigurationBox(
            new AvcDecoderConfiguration(
                77, 0x40, 30, 2, List.of(unit, unit), List.of(), Optional.empty())),
        Examples.hevcEntry(),
        Examples.hevcEntry().children().get(0),
        Examples.av1Entry(),
        Examples.av1Entry().children().get(0),
        Examples.MASTERING_DISPLAY,
        new ContentLightLevelBox(0, 65535),
        ColourInformationBox.BT_709,
        new ColourInformationBox(9, 16, 9, true),
        new UnknownBox(ColourInformationBox.TYPE, Bytes.ofHex("6e636c63000100010001")),
        new PixelAspectRatioBox(64, 45),
        Examples.BIT_RATE);
  }

  private static Box soundEntry(FourCc type, Box configuration) {
    return AudioSampleEntry.of(type, 6, 44_100, configuration, Examples.BIT_RATE);
  }

  private static List<Box> text() {
    return List.of(
        new NullMediaHeaderBox(),
        new SubtitleMediaHeaderBox(),
        XmlSubtitleSampleEntry.ttml("im1t", Examples.BIT_RATE),
        new MimeBox("application/ttml+xml;codecs=im1t"),
        TrackHeaderBox.ofText(3),
        TextSampleEntry.webVtt(Examples.BIT_RATE),
        TextSampleEntry.files("text/vtt"),
        new WebVttTextBox(WebVttTextBox.CONFIGURATION, "WEBVTT"),
        new WebVttTextBox(WebVttTextBox.SETTINGS, "line:0"),
        new WebVttTextBox(WebVttTextBox.PAYLOAD, "Größe"),
        new WebVttTextBox(WebVttTextBox.IDENTIFIER, ""),
        new WebVttSourceIdBox(77),
        WebVttCueBox.of(77, "align:left", "Two\nlines"),
        new WebVttEmptyCueBox());
  }

  private static List<Box> fragments() {
    TrackFragmentHeaderBox bare =
        new TrackFragmentHeaderBox(
            3,
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalInt.empty(),
            true,
            false);
    TrackFragmentHeaderBox full =
        new TrackFragmentHeaderBox(
            1,
            OptionalLong.of(LARGE),
            OptionalLong.of(1),
            OptionalLong.of(1001),
            OptionalLong.of(5),
            OptionalInt.of(SampleFlags.SYNC),
            false,
            true);
    TrackRunBox run =
        new TrackRunBox(
            OptionalInt.of(-8),
            OptionalInt.of(SampleFlags.SYNC),
            Set.of(Field.values()),
            List.of(new TrackRunBox.Entry(0xffff_ffffL, 2, 3, -4)));
    TrackRunBox uniform =
        new TrackRunBox(
            OptionalInt.empty(),
            OptionalInt.empty(),
            Set.of(),
            List.of(new TrackRunBox.Entry(0, 0, 0, 0), new TrackRunBox.Entry(0, 0, 0, 0)));
    return List.of(
        new MovieFragmentHeaderBox(0xffff_ffffL),
        bare,
        full,
        new TrackFragmentDecodeTimeBox(LARGE),
        run,
        uniform,
        ContainerBox.of(
            ContainerBox.MOVIE_FRAGMENT, ContainerBox.of(ContainerBox.TRACK_FRAGMENT, full, run)),
        ContainerBox.of(ContainerBox.MOVIE_EXTENDS),
        Boxes.read(Examples.videoInit().toBytes(), 0).get(1),
        Boxes.read(Examples.audioInit().toBytes(), 0).get(1));
  }
}
