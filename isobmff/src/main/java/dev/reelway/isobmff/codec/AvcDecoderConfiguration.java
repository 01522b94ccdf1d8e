package dev.reelway.isobmff.codec;

import dev.reelway.isobmff.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a decoder must know before the first picture, ISO/IEC 14496-15 clause 5.3.3.1.
 *
 * @param profile profile_idc: 66 Baseline, 77 Main, 100 High …
 * @param compatibility the constraint_set flags byte
 * @param level ten times the level, so 40 is level 4.0
 * @param lengthBytes size of the length field before each unit: 1, 2 or 4
 * @param sequenceParameterSets whole units without start code, 1 to 31
 * @param pictureParameterSets whole units without start code, 1 to 255
 * @param sampleFormat chroma and bit depth; present from High profile on
 */
public record AvcDecoderConfiguration(
    int profile,
    int compatibility,
    int level,
    int lengthBytes,
    List<Bytes> sequenceParameterSets,
    List<Bytes> pictureParameterSets,
    Optional<AvcSampleFormat> sampleFormat) {
  private static final int LENGTH_BYTES = 4;
  private static final int SMALLEST_SPS_BYTES = 4;

  /** Copies the lists. */
  public AvcDecoderConfiguration {
    sequenceParameterSets = List.copyOf(sequenceParameterSets);
    pictureParameterSets = List.copyOf(pictureParameterSets);
  }

  /**
   * Builds the configuration from an encoder's extradata: start codes, at least one SPS and one
   * PPS; other units (such as x264's settings message) are passed over. Units get 4-byte lengths.
   *
   * @throws BitstreamException if a parameter set is missing or cut short
   */
  public static AvcDecoderConfiguration fromAnnexB(byte[] extradata) {
    List<Bytes> sequence = new ArrayList<>();
    List<Bytes> picture = new ArrayList<>();
    List<Bytes> extensions = new ArrayList<>();
    for (NalUnit unit : AnnexB.split(extradata)) {
      switch (unit.type()) {
        case SEQUENCE_PARAMETER_SET -> sequence.add(unit.bytes());
        case PICTURE_PARAMETER_SET -> picture.add(unit.bytes());
        case SEQUENCE_PARAMETER_SET_EXTENSION -> extensions.add(unit.bytes());
        default -> {}
      }
    }
    if (sequence.isEmpty() || picture.isEmpty()) {
      throw new BitstreamException("AVC extradata needs a sequence and a picture parameter set");
    }
    Bytes first = sequence.get(0);
    if (first.size() < SMALLEST_SPS_BYTES) {
      throw new BitstreamException(
          "AVC sequence parameter set has only " + first.size() + " bytes");
    }
    return new AvcDecoderConfiguration(
        first.at(1),
        first.at(2),
        first.at(3),
        LENGTH_BYTES,
        sequence,
        picture,
        AvcSampleFormat.ofSequenceParameterSet(first, extensions));
  }
}
