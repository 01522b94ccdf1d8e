package dev.reelway.conformance.fault;

import static dev.reelway.conformance.fault.Damage.with;
import static dev.reelway.conformance.fault.SmallPackage.AV1;
import static dev.reelway.conformance.fault.SmallPackage.AVC;
import static dev.reelway.conformance.fault.SmallPackage.HEVC;
import static dev.reelway.conformance.fault.SmallPackage.SMALL;
import static dev.reelway.conformance.fault.SmallPackage.SOUND;
import static dev.reelway.conformance.fault.SmallPackage.init;
import static dev.reelway.conformance.fault.UnknownBoxes.encrypted;
import static dev.reelway.conformance.fault.UnknownBoxes.renamed;
import static dev.reelway.conformance.track.CmafRule.*;

import dev.reelway.conformance.place.MapPlace;
import dev.reelway.isobmff.box.AvcConfigurationBox;
import dev.reelway.isobmff.box.BitRateBox;
import dev.reelway.isobmff.box.Box;
import dev.reelway.isobmff.box.Boxes;
import dev.reelway.isobmff.box.ColourInformationBox;
import dev.reelway.isobmff.box.ContainerBox;
import dev.reelway.isobmff.box.ContentLightLevelBox;
import dev.reelway.isobmff.box.EditListBox;
import dev.reelway.isobmff.box.FileTypeBox;
import dev.reelway.isobmff.box.FourCc;
import dev.reelway.isobmff.box.HandlerBox;
import dev.reelway.isobmff.box.HevcConfigurationBox;
import dev.reelway.isobmff.box.MediaHeaderBox;
import dev.reelway.isobmff.box.PixelAspectRatioBox;
import dev.reelway.isobmff.box.TimeToSampleBox;
import dev.reelway.isobmff.box.VisualSampleEntry;
import dev.reelway.isobmff.codec.AvcDecoderConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Faults of init segments. */
final class HeaderFaults {
  private static final FourCc ISOM = FourCc.of("isom");

  private HeaderFaults() {}

  static List<Fault> all() {
    List<Fault> all = new ArrayList<>();
    all.addAll(structure());
    all.addAll(edits());
    all.addAll(picture());
    all.addAll(protection());
    return all;
  }

  private static List<Fault> structure() {
    return List.of(
        Fault.of("init is cut", CMAF_INIT_READABLE, p -> Damage.cut(p, init(AVC), 300)),
        Fault.of("init is empty", CMAF_INIT_READABLE, p -> Damage.cut(p, init(AVC), 0)),
        Fault.of("a box size is flipped", CMAF_INIT_READABLE, p -> Damage.flip(p, init(AVC), 2, 1)),
        Fault.of("a box type is flipped", CMAF_INIT_READABLE, p -> flipType(p, init(AVC), "moov")),
        Fault.of(
            "the track is missing",
            CMAF_INIT_READABLE,
            p -> Damage.without(p, init(AVC), ContainerBox.TRACK)),
        Fault.of(
            "the handler is missing",
            CMAF_INIT_READABLE,
            p -> Damage.without(p, init(SOUND), HandlerBox.class)),
        Fault.of(
            "the timescale is 0",
            CMAF_INIT_READABLE,
            p -> Damage.box(p, init(AVC), MediaHeaderBox.class, HeaderFaults::withoutTimescale)),
        Fault.of(
            "brands of a plain MP4",
            CMAF_BRANDS,
            p ->
                Damage.box(
                    p,
                    init(AVC),
                    FileTypeBox.class,
                    box -> new FileTypeBox(ISOM, 0, List.of(ISOM)))),
        Fault.of("two tracks", CMAF_ONE_TRACK, HeaderFaults::twoTracks),
        Fault.of(
            "a picture track declared as sound",
            CMAF_KIND_MATCHES,
            p ->
                Damage.list(
                    p, list -> list.replace("VIDEO " + init(SMALL), "AUDIO " + init(SMALL)))),
        Fault.of(
            "fragments are not announced",
            CMAF_FRAGMENTS_ANNOUNCED,
            p -> Damage.without(p, init(AVC), ContainerBox.MOVIE_EXTENDS)),
        Fault.of(
            "samples in the init segment",
            CMAF_INIT_WITHOUT_SAMPLES,
            p ->
                Damage.box(
                    p,
                    init(AVC),
                    TimeToSampleBox.class,
                    box -> new TimeToSampleBox(List.of(new TimeToSampleBox.Entry(1, 1000))))),
        Fault.of(
            "no highest bit rate",
            CMAF_BIT_RATE_TOLD,
            p -> Damage.without(p, init(AVC), BitRateBox.class)));
  }

  private static List<Fault> edits() {
    return List.of(
        Fault.of(
            "an edit list for pictures",
            CMAF_VIDEO_WITHOUT_EDITS,
            p ->
                Damage.children(
                    p,
                    init(AVC),
                    ContainerBox.TRACK,
                    with(ContainerBox.of(ContainerBox.EDIT, EditListBox.startingAt(0))))),
        Fault.of(
            "two edits",
            CMAF_EDIT_LIST_SIMPLE,
            p -> edit(p, new EditListBox.Entry(0, 0, 1, 0), new EditListBox.Entry(0, 9, 1, 0))),
        Fault.of(
            "an edit at double speed",
            CMAF_EDIT_LIST_SIMPLE,
            p -> edit(p, new EditListBox.Entry(0, 1024, 2, 0))),
        Fault.of(
            "an empty edit",
            CMAF_EDIT_LIST_SIMPLE,
            p -> edit(p, new EditListBox.Entry(10, EditListBox.EMPTY_EDIT, 1, 0))),
        Fault.of(
            "priming is not told",
            CMAF_PRIMING_SIGNALLED,
            p -> Damage.without(p, init(SOUND), ContainerBox.EDIT)));
  }

  private static List<Fault> picture() {
    return List.of(
        Fault.of(
            "no decoder configuration",
            CMAF_CODEC_CONFIGURED,
            p -> Damage.without(p, init(AVC), AvcConfigurationBox.class)),
        Fault.of(
            "no HEVC configuration",
            CMAF_CODEC_CONFIGURED,
            p -> Damage.without(p, init(HEVC), HevcConfigurationBox.class)),
        Fault.of(
            "a codec nobody knows",
            CMAF_CODEC_KNOWN,
            p -> entry(p, AVC, entry -> renamed(entry, "abcd"))),
        Fault.of(
            "another level in the configuration",
            CMAF_CONFIGURATION_MATCHES,
            p -> Damage.box(p, init(AVC), AvcConfigurationBox.class, HeaderFaults::otherLevel)),
        Fault.of(
            "the configuration of another rung",
            CMAF_SIZE_MATCHES,
            HeaderFaults::foreignConfiguration),
        Fault.of(
            "another width in the sample entry",
            CMAF_SIZE_MATCHES,
            p -> entry(p, HEVC, entry -> sized(entry, 320, 144))),
        Fault.of(
            "no colour",
            CMAF_COLOUR_TOLD,
            p -> Damage.without(p, init(AVC), ColourInformationBox.class)),
        Fault.of(
            "another colour in the box",
            CMAF_COLOUR_MATCHES,
            p -> colour(p, AVC, new ColourInformationBox(9, 14, 9, false))),
        Fault.of(
            "another colour in the box of AV1",
            CMAF_COLOUR_MATCHES,
            p -> colour(p, AV1, new ColourInformationBox(9, 14, 9, false))),
        Fault.of(
            "full range in the box",
            CMAF_COLOUR_MATCHES,
            p ->
                Damage.box(
                    p,
                    init(HEVC),
                    ColourInformationBox.class,
                    box ->
                        new ColourInformationBox(
                            box.primaries(), box.transfer(), box.matrix(), true))),
        Fault.of(
            "PQ without its light",
            CMAF_HDR_DESCRIBED,
            p -> colour(p, AVC, new ColourInformationBox(9, 16, 9, false))),
        Fault.of(
            "light of HDR in a standard picture",
            CMAF_HDR_WITH_PQ,
            p ->
                Damage.boxes(
                    p,
                    init(AVC),
                    ColourInformationBox.class,
                    box -> List.of(box, new ContentLightLevelBox(1000, 400)))),
        Fault.of(
            "no pixel shape",
            CMAF_PIXEL_SHAPE_TOLD,
            p -> Damage.without(p, init(AVC), PixelAspectRatioBox.class)),
        Fault.of(
            "another pixel shape",
            CMAF_PIXEL_SHAPE_MATCHES,
            p ->
                Damage.box(
                    p, init(AVC), PixelAspectRatioBox.class, b -> new PixelAspectRatioBox(2, 1))));
  }

  private static List<Fault> protection() {
    return List.of(
        Fault.of(
            "encryption without its scheme",
            CMAF_PROTECTION_DESCRIBED,
            p -> entry(p, AVC, entry -> encrypted(entry, "", "19"))),
        Fault.of(
            "a scheme that players do not know",
            CMAF_PROTECTION_SCHEME,
            p -> entry(p, AVC, entry -> encrypted(entry, "cens", "19"))),
        Fault.of(
            "cbcs without its pattern",
            CMAF_PROTECTION_SCHEME,
            p -> entry(p, AVC, entry -> encrypted(entry, "cbcs", "00"))),
        Fault.of(
            "encrypted samples that do not say how",
            CMAF_PROTECTION_OF_SAMPLES,
            p -> entry(p, AVC, entry -> encrypted(entry, "cbcs", "19"))));
  }

  private static void flipType(MapPlace place, String path, String type) {
    byte[] bytes = place.files().get(path);
    int at = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf(type);
    Damage.flip(place, path, at, 0x20);
  }

  private static MediaHeaderBox withoutTimescale(MediaHeaderBox box) {
    return new MediaHeaderBox(
        box.creationTime(), box.modificationTime(), 0, box.durationTicks(), box.language());
  }

  private static void twoTracks(MapPlace place) {
    Box other =
        Boxes.containers(Boxes.read(place.files().get(init(SOUND)), 0), ContainerBox.MOVIE)
            .get(0)
            .container(ContainerBox.TRACK);
    Damage.children(place, init(AVC), ContainerBox.MOVIE, with(other));
  }

  private static void edit(MapPlace place, EditListBox.Entry... entries) {
    Damage.box(place, init(SOUND), EditListBox.class, box -> new EditListBox(List.of(entries)));
  }

  private static void entry(MapPlace place, String track, Function<VisualSampleEntry, Box> change) {
    Damage.box(place, init(track), VisualSampleEntry.class, change);
  }

  private static VisualSampleEntry sized(VisualSampleEntry entry, int width, int height) {
    return new VisualSampleEntry(
        entry.type(), width, height, entry.compressorName(), entry.children());
  }

  private static void colour(MapPlace place, String track, ColourInformationBox colour) {
    UnaryOperator<ColourInformationBox> change = box -> colour;
    Damage.box(place, init(track), ColourInformationBox.class, change);
  }

  private static AvcConfigurationBox otherLevel(AvcConfigurationBox box) {
    AvcDecoderConfiguration avc = box.configuration();
    return new AvcConfigurationBox(
        new AvcDecoderConfiguration(
            avc.profile(),
            avc.compatibility(),
            avc.level() + 1,
            avc.lengthBytes(),
            avc.sequenceParameterSets(),
            avc.pictureParameterSets(),
            avc.sampleFormat()));
  }

  private static void foreignConfiguration(MapPlace place) {
    List<AvcConfigurationBox> foreign = new ArrayList<>();
    Damage.box(
        place,
        init(SMALL),
        AvcConfigurationBox.class,
        box -> {
          foreign.add(box);
          return box;
        });
    Damage.box(place, init(AVC), AvcConfigurationBox.class, box -> foreign.get(0));
  }
}
