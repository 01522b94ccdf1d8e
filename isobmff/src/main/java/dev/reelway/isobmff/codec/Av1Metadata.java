package dev.reelway.isobmff.codec;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * HDR metadata units of an AV1 temporal unit (AV1 bitstream specification, 5.8 and 6.7).
 *
 * @param display the mastering display
 * @param light MaxCLL and MaxFALL in cd/m²
 * @param hdr10Plus whether a message of SMPTE ST 2094-40 is among them
 */
public record Av1Metadata(Optional<Display> display, Optional<Light> light, boolean hdr10Plus) {

  private static final int CONTENT_LIGHT = 1;
  private static final int MASTERING_DISPLAY = 2;
  private static final int ITU_T_T35 = 4;
  private static final int LIGHT_BYTES = 4;
  private static final int DISPLAY_BYTES = 24;

  // Country United States, provider Samsung, ST 2094-40, application 4.
  private static final byte[] HDR10_PLUS = {(byte) 0xb5, 0, 0x3c, 0, 1, 4};

  /**
   * Mastering display colour volume.
   *
   * @param chromaticities x and y of red, green, blue and white in 1/65536
   * @param maxLuminance in 1/256 cd/m²
   * @param minLuminance in 1/16384 cd/m²
   */
  public record Display(List<Integer> chromaticities, long maxLuminance, long minLuminance) {

    /** Copies the list. */
    public Display {
      chromaticities = List.copyOf(chromaticities);
    }
  }

  /**
   * Content light level.
   *
   * @param maxContentLight in cd/m²
   * @param maxFrameAverage in cd/m²
   */
  public record Light(int maxContentLight, int maxFrameAverage) {}

  /**
   * Reads what a temporal unit holds.
   *
   * @throws BitstreamException if a unit runs past the end
   */
  public static Av1Metadata of(byte[] temporalUnit) {
    Optional<Display> display = Optional.empty();
    Optional<Light> light = Optional.empty();
    boolean hdr10Plus = false;
    for (byte[] unit : Av1Stream.metadata(temporalUnit)) {
      ByteBuffer in = ByteBuffer.wrap(unit);
      int type = in.hasRemaining() ? in.get() : 0; // leb128, one byte for all known types
      if (type == CONTENT_LIGHT && in.remaining() >= LIGHT_BYTES) {
        light = Optional.of(new Light(in.getShort() & 0xffff, in.getShort() & 0xffff));
      } else if (type == MASTERING_DISPLAY && in.remaining() >= DISPLAY_BYTES) {
        display = Optional.of(display(in));
      } else if (type == ITU_T_T35 && in.remaining() >= HDR10_PLUS.length) {
        hdr10Plus |= in.slice(in.position(), HDR10_PLUS.length).equals(ByteBuffer.wrap(HDR10_PLUS));
      }
    }
    return new Av1Metadata(display, light, hdr10Plus);
  }

  private static Display display(ByteBuffer in) {
    List<Integer> chromaticities = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      chromaticities.add(in.getShort() & 0xffff);
    }
    return new Display(chromaticities, in.getInt() & 0xffff_ffffL, in.getInt() & 0xffff_ffffL);
  }
}
