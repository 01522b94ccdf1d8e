package dev.reelway.isobmff.codec;

import dev.reelway.isobmff.Bytes;
import java.io.ByteArrayOutputStream;
import java.util.List;

/** AV1 temporal units and the samples of {@code av01} tracks (AV1-ISOBMFF 2.4). */
public final class Av1Stream {

  private Av1Stream() {}

  /**
   * Turns one temporal unit into the bytes of a sample: without delimiters, padding and repeated
   * headers.
   *
   * @throws BitstreamException if a unit runs past the end
   */
  public static byte[] toSample(byte[] temporalUnit) {
    ByteArrayOutputStream sample = new ByteArrayOutputStream(temporalUnit.length);
    for (Av1Unit unit : Av1Unit.split(temporalUnit)) {
      if (belongsInSample(unit.type())) {
        sample.write(temporalUnit, unit.offset(), unit.size());
      }
    }
    return sample.toByteArray();
  }

  /**
   * Whether decoding can start here: the first frame is a key frame that is shown, behind a
   * sequence header.
   *
   * @param sample a temporal unit, with or without delimiter
   * @throws BitstreamException if a unit runs past the end
   */
  public static boolean startsWithKeyFrame(byte[] sample) {
    boolean sequence = false;
    for (Av1Unit unit : Av1Unit.split(sample)) {
      if (unit.isFrame()) {
        return sequence && unit.isShownKeyFrame();
      }
      sequence |= unit.type() == Av1Unit.SEQUENCE_HEADER;
    }
    return false;
  }

  /** The sequence header in an encoder's extradata or a temporal unit, with header and size. */
  static Bytes sequenceHeader(byte[] data) {
    return Av1Unit.split(data).stream()
        .filter(unit -> unit.type() == Av1Unit.SEQUENCE_HEADER)
        .findFirst()
        .map(Av1Unit::bytes)
        .orElseThrow(() -> new BitstreamException("AV1 sequence header is missing"));
  }

  /** The metadata units of a temporal unit, without header and size. */
  static List<byte[]> metadata(byte[] temporalUnit) {
    return Av1Unit.split(temporalUnit).stream()
        .filter(unit -> unit.type() == Av1Unit.METADATA)
        .map(Av1Unit::payload)
        .toList();
  }

  private static boolean belongsInSample(int type) {
    return type != Av1Unit.TEMPORAL_DELIMITER
        && type != Av1Unit.PADDING
        && type != Av1Unit.REDUNDANT_FRAME_HEADER;
  }
}
