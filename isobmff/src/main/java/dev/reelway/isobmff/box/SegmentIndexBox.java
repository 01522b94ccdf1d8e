package dev.reelway.isobmff.box;

import java.util.ArrayList;
import java.util.List;

/**
 * File level; where the fragments of a file lie (ISO/IEC 14496-12 clause 8.16.3). Always version 1.
 *
 * @param referenceId the track id
 * @param timescale ticks per second
 * @param earliestPresentationTicks presentation time of the first reference
 * @param firstOffsetBytes from the end of this box to the first reference
 * @param references one for each fragment, in file order, without gaps
 */
public record SegmentIndexBox(
    long referenceId,
    long timescale,
    long earliestPresentationTicks,
    long firstOffsetBytes,
    List<Reference> references)
    implements Box {
  /** The four-letter type. */
  public static final FourCc TYPE = FourCc.of("sidx");

  private static final int REFERENCE_BYTES = 12;
  private static final int TOP_BIT = 0x8000_0000;
  private static final int SAP_TYPE_SHIFT = 28;

  /**
   * A run of bytes.
   *
   * @param toIndex whether another index lies there instead of media
   * @param sizeBytes up to 2^31-1
   * @param durationTicks presentation duration
   * @param startsWithSap whether it starts with a stream access point
   * @param sapType 1 for a closed group of pictures, 0 when not known
   * @param sapDeltaTicks from the earliest presentation time to the access point
   */
  public record Reference(
      boolean toIndex,
      int sizeBytes,
      long durationTicks,
      boolean startsWithSap,
      int sapType,
      int sapDeltaTicks) {
    /** A fragment that starts with a closed group of pictures, as every CMAF fragment does. */
    public static Reference toFragment(int sizeBytes, long durationTicks) {
      return new Reference(false, sizeBytes, durationTicks, true, 1, 0);
    }

    private static Reference read(BoxReader in) {
      int size = in.i32();
      long durationTicks = in.u32();
      int sap = in.i32();
      return new Reference(
          size < 0,
          size & ~TOP_BIT,
          durationTicks,
          sap < 0,
          sap >>> SAP_TYPE_SHIFT & 7,
          sap & (1 << SAP_TYPE_SHIFT) - 1);
    }

    private void write(BoxWriter out) {
      out.u32((toIndex ? TOP_BIT : 0) | sizeBytes)
          .u32(durationTicks)
          .u32((startsWithSap ? TOP_BIT : 0) | sapType << SAP_TYPE_SHIFT | sapDeltaTicks);
    }
  }

  /** Copies the list; refuses more references than the 16-bit count can tell. */
  public SegmentIndexBox {
    references = List.copyOf(references);
    if (references.size() > 0xffff) {
      throw new IllegalArgumentException("more than 65535 references: " + references.size());
    }
  }

  static SegmentIndexBox read(BoxReader in) {
    int version = in.version(1);
    in.u24();
    long referenceId = in.u32();
    long timescale = in.u32();
    long earliestTicks = in.time(version);
    long firstOffsetBytes = in.time(version);
    int count = in.count(in.skip(Short.BYTES).u16(), REFERENCE_BYTES);
    List<Reference> references = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      references.add(Reference.read(in));
    }
    return new SegmentIndexBox(referenceId, timescale, earliestTicks, firstOffsetBytes, references);
  }

  @Override
  public FourCc type() {
    return TYPE;
  }

  @Override
  public void write(BoxWriter out) {
    out.versionAndFlags(1, 0)
        .u32(referenceId)
        .u32(timescale)
        .u64(earliestPresentationTicks)
        .u64(firstOffsetBytes)
        .zeros(Short.BYTES)
        .u16(references.size());
    references.forEach(reference -> reference.write(out));
  }
}
