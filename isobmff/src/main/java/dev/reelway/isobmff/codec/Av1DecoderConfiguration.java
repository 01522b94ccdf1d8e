package dev.reelway.isobmff.codec;

import dev.reelway.isobmff.Bytes;

/**
 * What an AV1 decoder must know before the first picture, AV1-ISOBMFF 2.3.
 *
 * @param profile seq_profile, 0 is Main
 * @param level seq_level_idx of the first operating point: 4 × (major − 2) + minor
 * @param highTier whether the high tier's bit rates are needed
 * @param format of the samples
 * @param units the sequence header, then metadata that holds for the whole stream
 */
public record Av1DecoderConfiguration(
    int profile, int level, boolean highTier, Av1SampleFormat format, Bytes units) {

  /**
   * Builds the configuration from an encoder's extradata or first temporal unit.
   *
   * @throws BitstreamException if there is no sequence header, or it ends early
   */
  public static Av1DecoderConfiguration fromUnits(byte[] extradata) {
    Bytes unit = Av1Stream.sequenceHeader(extradata);
    Av1SequenceHeader header =
        Av1SequenceHeader.parse(Av1Unit.split(unit.toArray()).get(0).payload());
    return new Av1DecoderConfiguration(
        header.profile(), header.level(), header.highTier(), header.format(), unit);
  }

  /**
   * Colour as the sequence header says.
   *
   * @throws BitstreamException if there is no sequence header, or it ends early
   */
  public Av1SequenceHeader sequenceHeader() {
    Bytes unit = Av1Stream.sequenceHeader(units.toArray());
    return Av1SequenceHeader.parse(Av1Unit.split(unit.toArray()).get(0).payload());
  }
}
