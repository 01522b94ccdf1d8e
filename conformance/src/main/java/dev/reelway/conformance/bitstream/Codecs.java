package dev.reelway.conformance.bitstream;

import dev.reelway.conformance.bitstream.PictureFormat.ColourCodes;
import dev.reelway.isobmff.Bytes;
import dev.reelway.isobmff.box.Av1ConfigurationBox;
import dev.reelway.isobmff.box.AvcConfigurationBox;
import dev.reelway.isobmff.box.HevcConfigurationBox;
import dev.reelway.isobmff.box.SampleEntry;
import dev.reelway.isobmff.box.VisualSampleEntry;
import dev.reelway.isobmff.codec.Av1DecoderConfiguration;
import dev.reelway.isobmff.codec.Av1SequenceHeader;
import dev.reelway.isobmff.codec.AvcDecoderConfiguration;
import dev.reelway.isobmff.codec.BitstreamException;
import dev.reelway.isobmff.codec.HevcDecoderConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What goes with the configuration of a video sample entry. */
public final class Codecs {
  private static final int HEVC_SEQUENCE_SET = 33;
  private static final int HEVC_PICTURE_SET = 34;
  private static final int AVC_HEADER_BYTES = 1;
  private static final int HEVC_HEADER_BYTES = 2;

  private Codecs() {}

  /** How samples are read; empty for a codec that has no reader here. */
  public static Optional<PictureReader> reader(SampleEntry entry) {
    if (entry.find(AvcConfigurationBox.class).isPresent()) {
      return Optional.of(new AvcPictures(avc(entry).lengthBytes()));
    }
    if (entry.find(HevcConfigurationBox.class).isPresent()) {
      return Optional.of(new HevcPictures(hevc(entry).lengthBytes()));
    }
    return entry.find(Av1ConfigurationBox.class).map(box -> new Av1Pictures());
  }

  /**
   * What the first sequence parameter set says; empty for a codec that has no reader here.
   *
   * @throws BitstreamException if there is none, or it ends early
   */
  public static Optional<PictureFormat> format(VisualSampleEntry entry) {
    if (entry.find(AvcConfigurationBox.class).isPresent()) {
      return Optional.of(AvcSequence.read(first(avc(entry).sequenceParameterSets())));
    }
    if (entry.find(HevcConfigurationBox.class).isPresent()) {
      return Optional.of(HevcSequence.read(first(units(hevc(entry), HEVC_SEQUENCE_SET))));
    }
    return entry.find(Av1ConfigurationBox.class).map(box -> av1(box.configuration()));
  }

  /** Profile and level of the configuration, as {@code 100 at level 31}. */
  public static String configuredProfileAndLevel(VisualSampleEntry entry) {
    if (entry.find(AvcConfigurationBox.class).isPresent()) {
      return avc(entry).profile() + " at level " + avc(entry).level();
    }
    if (entry.find(HevcConfigurationBox.class).isPresent()) {
      return hevc(entry).profile().profile() + " at level " + hevc(entry).profile().level();
    }
    Av1DecoderConfiguration av1 = entry.require(Av1ConfigurationBox.class).configuration();
    return av1.profile() + " at level " + av1.level();
  }

  /** The parameter sets of the configuration: whole units, for AV1 the header's payload. */
  public static List<Bytes> sets(SampleEntry entry) {
    List<Bytes> sets = new ArrayList<>();
    if (entry.find(AvcConfigurationBox.class).isPresent()) {
      sets.addAll(avc(entry).sequenceParameterSets());
      sets.addAll(avc(entry).pictureParameterSets());
    } else if (entry.find(HevcConfigurationBox.class).isPresent()) {
      hevc(entry).arrays().forEach(array -> sets.addAll(array.units()));
    } else {
      entry
          .find(Av1ConfigurationBox.class)
          .map(box -> Av1Pictures.sequenceHeaders(box.configuration().units().toArray()))
          .ifPresent(headers -> headers.forEach(header -> sets.add(Bytes.copyOf(header))));
    }
    return sets;
  }

  /** Whether samples of this codec normally hold parameter sets, too. */
  public static boolean hasSetsInBand(SampleEntry entry) {
    return entry.find(Av1ConfigurationBox.class).isPresent();
  }

  /**
   * The numbers of the picture parameter sets; empty for AV1.
   *
   * @throws BitstreamException if one ends early
   */
  public static List<Integer> pictureSets(SampleEntry entry) {
    if (entry.find(AvcConfigurationBox.class).isPresent()) {
      return numbers(avc(entry).pictureParameterSets(), AVC_HEADER_BYTES);
    }
    return entry.find(HevcConfigurationBox.class).isPresent()
        ? numbers(units(hevc(entry), HEVC_PICTURE_SET), HEVC_HEADER_BYTES)
        : List.of();
  }

  private static List<Integer> numbers(List<Bytes> units, int headerBytes) {
    return units.stream()
        .map(unit -> new BitInput(unit.toArray(), headerBytes, unit.size()).golomb())
        .toList();
  }

  private static AvcDecoderConfiguration avc(SampleEntry entry) {
    return entry.require(AvcConfigurationBox.class).configuration();
  }

  private static HevcDecoderConfiguration hevc(SampleEntry entry) {
    return entry.require(HevcConfigurationBox.class).configuration();
  }

  private static List<Bytes> units(HevcDecoderConfiguration hevc, int type) {
    return hevc.arrays().stream()
        .filter(array -> array.type() == type)
        .flatMap(array -> array.units().stream())
        .toList();
  }

  private static byte[] first(List<Bytes> sets) {
    if (sets.isEmpty()) {
      throw new BitstreamException("no sequence parameter set");
    }
    return sets.get(0).toArray();
  }

  private static PictureFormat av1(Av1DecoderConfiguration configuration) {
    Av1SequenceHeader header = configuration.sequenceHeader();
    ColourCodes colour =
        new ColourCodes(header.primaries(), header.transfer(), header.matrix(), header.fullRange());
    return new PictureFormat(0, 0, header.profile(), header.level(), Optional.of(colour), 0, 0);
  }
}
