package dev.reelway.conformance.fault;

import static dev.reelway.conformance.bitstream.BitstreamRule.*;
import static dev.reelway.conformance.fault.SmallPackage.AV1;
import static dev.reelway.conformance.fault.SmallPackage.AVC;
import static dev.reelway.conformance.fault.SmallPackage.HEVC;
import static dev.reelway.conformance.fault.SmallPackage.SOUND;
import static dev.reelway.conformance.fault.SmallPackage.init;
import static dev.reelway.conformance.fault.SmallPackage.segment;
import static dev.reelway.conformance.track.CmafRule.*;

import dev.reelway.conformance.place.MapPlace;
import dev.reelway.isobmff.Bytes;
import dev.reelway.isobmff.box.AvcConfigurationBox;
import dev.reelway.isobmff.box.BitRateBox;
import dev.reelway.isobmff.box.Box;
import dev.reelway.isobmff.box.MovieFragmentHeaderBox;
import dev.reelway.isobmff.box.SampleFlags;
import dev.reelway.isobmff.box.SegmentIndexBox;
import dev.reelway.isobmff.box.SegmentTypeBox;
import dev.reelway.isobmff.box.TrackFragmentDecodeTimeBox;
import dev.reelway.isobmff.box.TrackFragmentHeaderBox;
import dev.reelway.isobmff.box.TrackRunBox;
import dev.reelway.isobmff.codec.AvcDecoderConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.LongUnaryOperator;

/** Faults of segments and of the pictures in them. */
final class SegmentFaults {
  private static final byte[] OTHER_SET = UnknownBoxes.hex("00000005" + "6742c01e00");

  private SegmentFaults() {}

  static List<Fault> all() {
    List<Fault> all = new ArrayList<>();
    all.addAll(structure());
    all.addAll(time());
    all.addAll(pictures());
    return all;
  }

  private static List<Fault> structure() {
    return List.of(
        Fault.of(
            "the last segment is cut",
            CMAF_SEGMENT_READABLE,
            p -> Damage.cut(p, segment(AVC, 3), p.files().get(segment(AVC, 3)).length - 100)),
        Fault.of(
            "a segment of sound is cut inside its head",
            CMAF_SEGMENT_READABLE,
            p -> Damage.cut(p, segment(SOUND, 2), 60)),
        Fault.of(
            "a segment is empty", CMAF_SEGMENT_READABLE, p -> Damage.cut(p, segment(AVC, 2), 0)),
        Fault.of(
            "an init segment in place of a segment",
            CMAF_SEGMENT_READABLE,
            p -> p.put(segment(AVC, 2), p.files().get(init(AVC)))),
        Fault.of(
            "no segment type",
            CMAF_SEGMENT_TYPE,
            p -> Damage.without(p, segment(AVC, 2), SegmentTypeBox.class)),
        Fault.of(
            "a fragment of another track",
            CMAF_TRACK_ID_MATCHES,
            p -> head(p, AVC, 2, h -> header(h, 9, h.durationTicks(), OptionalLong.empty()))),
        Fault.of(
            "offsets from the start of the file", CMAF_ADDRESSES_RELATIVE, SegmentFaults::absolute),
        Fault.of("two runs", CMAF_ONE_RUN, SegmentFaults::twoRuns),
        Fault.of(
            "the last sample one byte too small",
            CMAF_TRUN_FILLS_MDAT,
            p -> Damage.entries(p, segment(AVC, 2), (i, e) -> i < 49 ? e : sized(e, -1))),
        Fault.of(
            "the last sample one byte too large",
            CMAF_SEGMENT_READABLE,
            p -> Damage.entries(p, segment(AVC, 2), (i, e) -> i < 49 ? e : sized(e, 1))),
        Fault.of("an index with a wrong size", CMAF_SIDX_TRUE, p -> index(p, 1, 50_000)),
        Fault.of("an index with a wrong duration", CMAF_SIDX_TRUE, p -> index(p, 0, 49_000)));
  }

  private static List<Fault> time() {
    return List.of(
        Fault.of(
            "no decode time",
            CMAF_TFDT_PRESENT,
            p -> Damage.without(p, segment(AVC, 2), TrackFragmentDecodeTimeBox.class)),
        Fault.of(
            "a decode time after the end of the universe",
            CMAF_NUMBERS_POSSIBLE,
            p -> time(p, segment(AVC, 2), ticks -> Long.MAX_VALUE - 100)),
        Fault.of(
            "decode time one tick late",
            CMAF_TFDT_CONTINUOUS,
            p -> time(p, segment(AVC, 2), ticks -> ticks + 1)),
        Fault.of(
            "decode time of sound one tick early",
            CMAF_TFDT_CONTINUOUS,
            p -> time(p, segment(SOUND, 3), ticks -> ticks - 1)),
        Fault.of(
            "a packet of sound is missing",
            CMAF_TFDT_CONTINUOUS,
            p -> time(p, segment(SOUND, 3), ticks -> ticks + 1024)),
        Fault.of("two segments swapped", CMAF_TFDT_CONTINUOUS, p -> swap(p, AVC, 2, 3)),
        Fault.of("sequence numbers go back", CMAF_SEQUENCE_RISES, p -> swap(p, SOUND, 2, 3)),
        Fault.of(
            "the same sequence number again",
            CMAF_SEQUENCE_RISES,
            p ->
                Damage.box(
                    p,
                    segment(AVC, 2),
                    MovieFragmentHeaderBox.class,
                    box -> new MovieFragmentHeaderBox(1))),
        Fault.of(
            "shown one tick late",
            CMAF_PRESENTATION_CONTINUOUS,
            p -> Damage.entries(p, segment(AVC, 2), (i, e) -> offset(e, 1))),
        Fault.of("two pictures at once", CMAF_PRESENTATION_FILLED, SegmentFaults::twoAtOnce),
        Fault.of(
            "samples without a duration",
            CMAF_SAMPLE_DURATION,
            p -> head(p, AVC, 2, h -> header(h, 1, OptionalLong.of(0), OptionalLong.empty()))));
  }

  private static List<Fault> pictures() {
    return List.of(
        Fault.of(
            "the length of a unit is flipped", BITSTREAM_READABLE, p -> media(p, AVC, 2, 1, 0x40)),
        Fault.of(
            "the length of an HEVC unit is flipped",
            BITSTREAM_READABLE,
            p -> media(p, HEVC, 1, 0, 0x80)),
        Fault.of("a unit of AV1 is too long", BITSTREAM_READABLE, p -> media(p, AV1, 1, 1, 0x7f)),
        Fault.of(
            "the first picture is no IDR picture",
            BITSTREAM_STARTS_WITH_KEY,
            p -> media(p, AVC, 2, 4, 0x04)),
        Fault.of(
            "the first picture is a clean random access picture",
            BITSTREAM_STARTS_WITH_KEY,
            SegmentFaults::cleanRandomAccess),
        Fault.of(
            "another picture first",
            BITSTREAM_STARTS_WITH_KEY,
            p -> Damage.media(p, segment(AV1, 2), SegmentFaults::notShown)),
        Fault.of(
            "every sample flagged as a start",
            BITSTREAM_SYNC_FLAGS,
            p -> head(p, AVC, 2, SegmentFaults::allStart)),
        Fault.of("no sample flagged as a start", BITSTREAM_SYNC_FLAGS, SegmentFaults::noStart),
        Fault.of(
            "pictures shown before the first",
            BITSTREAM_CLOSED_GROUPS,
            p -> Damage.entries(p, segment(AVC, 2), (i, e) -> i == 0 ? offset(e, 5000) : e)),
        Fault.of(
            "parameter sets in the samples",
            BITSTREAM_SETS_OUT_OF_BAND,
            p -> Damage.prepend(p, segment(AVC, 2), ownSet(p))),
        Fault.of(
            "foreign parameter sets in the samples",
            BITSTREAM_SETS_MATCH,
            p -> Damage.prepend(p, segment(AVC, 2), OTHER_SET)),
        Fault.of(
            "a picture parameter set with another number",
            BITSTREAM_SETS_KNOWN,
            p -> Damage.box(p, init(AVC), AvcConfigurationBox.class, SegmentFaults::renumbered)),
        Fault.of(
            "a lower bit rate than the stream needs",
            BITSTREAM_BUFFER_KEPT,
            p ->
                Damage.box(
                    p, init(AVC), BitRateBox.class, box -> new BitRateBox(2500, 20_000, 20_000))));
  }

  private static void head(
      MapPlace place,
      String track,
      int number,
      java.util.function.UnaryOperator<TrackFragmentHeaderBox> change) {
    Damage.box(place, segment(track, number), TrackFragmentHeaderBox.class, change);
  }

  private static TrackFragmentHeaderBox header(
      TrackFragmentHeaderBox box, long trackId, OptionalLong duration, OptionalLong base) {
    return new TrackFragmentHeaderBox(
        trackId,
        base,
        box.sampleDescriptionIndex(),
        duration,
        box.sizeBytes(),
        box.flags(),
        box.durationIsEmpty(),
        base.isEmpty());
  }

  private static TrackFragmentHeaderBox allStart(TrackFragmentHeaderBox box) {
    return new TrackFragmentHeaderBox(
        box.trackId(),
        box.baseDataOffset(),
        box.sampleDescriptionIndex(),
        box.durationTicks(),
        box.sizeBytes(),
        OptionalInt.of(SampleFlags.SYNC),
        box.durationIsEmpty(),
        box.baseIsMovieFragment());
  }

  private static void absolute(MapPlace place) {
    String path = segment(AVC, 2);
    int moof =
        new String(place.files().get(path), java.nio.charset.StandardCharsets.ISO_8859_1)
                .indexOf("moof")
            - 4;
    head(place, AVC, 2, h -> header(h, 1, h.durationTicks(), OptionalLong.of(moof)));
  }

  private static void twoRuns(MapPlace place) {
    Damage.boxes(
        place,
        segment(AVC, 2),
        TrackRunBox.class,
        run ->
            List.of(
                part(run, run.dataOffset(), 0, 10),
                part(run, OptionalInt.empty(), 10, run.entries().size())));
  }

  private static TrackRunBox part(TrackRunBox run, OptionalInt offset, int from, int to) {
    return new TrackRunBox(
        offset,
        from == 0 ? run.firstSampleFlags() : OptionalInt.empty(),
        run.fields(),
        run.entries().subList(from, to));
  }

  private static TrackRunBox.Entry sized(TrackRunBox.Entry entry, int by) {
    return new TrackRunBox.Entry(
        entry.durationTicks(),
        entry.sizeBytes() + by,
        entry.flags(),
        entry.compositionOffsetTicks());
  }

  private static TrackRunBox.Entry offset(TrackRunBox.Entry entry, int by) {
    return new TrackRunBox.Entry(
        entry.durationTicks(),
        entry.sizeBytes(),
        entry.flags(),
        entry.compositionOffsetTicks() + by);
  }

  private static void noStart(MapPlace place) {
    Damage.box(
        place,
        segment(AVC, 2),
        TrackRunBox.class,
        run ->
            new TrackRunBox(
                run.dataOffset(),
                OptionalInt.of(SampleFlags.NOT_SYNC),
                run.fields(),
                run.entries()));
  }

  /** The third sample is shown when the second is. */
  private static void twoAtOnce(MapPlace place) {
    Damage.box(
        place,
        segment(AVC, 2),
        TrackRunBox.class,
        run -> {
          List<TrackRunBox.Entry> entries = new ArrayList<>(run.entries());
          int second = entries.get(1).compositionOffsetTicks();
          entries.set(
              2, offset(entries.get(2), second - 1000 - entries.get(2).compositionOffsetTicks()));
          return new TrackRunBox(run.dataOffset(), run.firstSampleFlags(), run.fields(), entries);
        });
  }

  private static void time(MapPlace place, String path, LongUnaryOperator change) {
    Damage.box(
        place,
        path,
        TrackFragmentDecodeTimeBox.class,
        box -> new TrackFragmentDecodeTimeBox(change.applyAsLong(box.baseDecodeTimeTicks())));
  }

  private static void swap(MapPlace place, String track, int one, int other) {
    byte[] first = place.files().get(segment(track, one));
    place.put(segment(track, one), place.files().get(segment(track, other)));
    place.put(segment(track, other), first);
  }

  private static void media(MapPlace place, String track, int number, int offset, int bits) {
    Damage.media(
        place,
        segment(track, number),
        data -> {
          data[offset] ^= (byte) bits;
          return data;
        });
  }

  /** The first unit of type IDR becomes one of type CRA. */
  private static void cleanRandomAccess(MapPlace place) {
    Damage.media(
        place,
        segment(HEVC, 2),
        data -> {
          int at = 0;
          while ((data[at + 4] >> 1 & 0x3f) > 31) {
            at += 4 + java.nio.ByteBuffer.wrap(data).getInt(at);
          }
          data[at + 4] = 21 << 1;
          return data;
        });
  }

  /** The header of the first frame says that it is an inter frame. */
  private static byte[] notShown(byte[] data) {
    int at = 0;
    while ((data[at] >> 3 & 0xf) != 6 && (data[at] >> 3 & 0xf) != 3) {
      at += 2 + data[at + 1]; // short units: the sequence header
    }
    int size = at + 1;
    while ((data[size] & 0x80) != 0) {
      size++;
    }
    data[size + 1] ^= 0x20;
    return data;
  }

  private static byte[] ownSet(MapPlace place) {
    List<Bytes> sets = new ArrayList<>();
    Damage.box(
        place,
        init(AVC),
        AvcConfigurationBox.class,
        box -> {
          sets.addAll(box.configuration().sequenceParameterSets());
          return box;
        });
    byte[] set = sets.get(0).toArray();
    return UnknownBoxes.join(new byte[] {0, 0, 0, (byte) set.length}, set);
  }

  private static AvcConfigurationBox renumbered(AvcConfigurationBox box) {
    AvcDecoderConfiguration avc = box.configuration();
    return new AvcConfigurationBox(
        new AvcDecoderConfiguration(
            avc.profile(),
            avc.compatibility(),
            avc.level(),
            avc.lengthBytes(),
            avc.sequenceParameterSets(),
            List.of(Bytes.ofHex("685fc0")), // pic_parameter_set_id 1
            avc.sampleFormat()));
  }

  private static void index(MapPlace place, int moreBytes, long ticks) {
    String path = segment(AVC, 2);
    int[] size = {0};
    Damage.boxes(
        place,
        path,
        SegmentTypeBox.class,
        box -> {
          size[0] = place.files().get(path).length - box.toBytes().length;
          List<Box> both = new ArrayList<>();
          both.add(box);
          both.add(
              new SegmentIndexBox(
                  1,
                  25_000,
                  50_000,
                  0,
                  List.of(SegmentIndexBox.Reference.toFragment(size[0] + moreBytes, ticks))));
          return both;
        });
  }
}
