package dev.reelway.isobmff.cmaf;

import dev.reelway.isobmff.box.FourCc;
import dev.reelway.isobmff.box.SegmentTypeBox;
import java.util.List;

/**
 * The first box of every media segment that is a resource of its own. A packager writes these bytes
 * and then copies {@code moof} and {@code mdat} untouched: data offsets count from {@code moof}.
 */
public final class SegmentType {
  private static final FourCc CMAF_SEGMENT = FourCc.of("cmfs");
  private static final FourCc DASH_SEGMENT = FourCc.of("msdh");

  /**
   * A CMAF segment (ISO/IEC 23000-19 clause 7.3.3.1) that DASH can name (23009-1 clause 6.3.4.2).
   */
  public static final SegmentTypeBox SEGMENT =
      new SegmentTypeBox(CMAF_SEGMENT, 0, List.of(CMAF_SEGMENT, DASH_SEGMENT));

  private SegmentType() {}

  /** Returns the bytes of {@link #SEGMENT}, always the same. */
  public static byte[] bytes() {
    return SEGMENT.toBytes();
  }
}
