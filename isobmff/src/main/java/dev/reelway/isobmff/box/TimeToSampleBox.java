package dev.reelway.isobmff.box;

import java.util.ArrayList;
import java.util.List;

/**
 * In {@code stbl}; decode durations outside fragments (ISO/IEC 14496-12 clause 8.6.1.2).
 *
 * @param entries runs of equal duration
 */
public record TimeToSampleBox(List<Entry> entries) implements Box {
  /** The four-letter type. */
  public static final FourCc TYPE = FourCc.of("stts");

  /** A table without entries, as in every fragmented file. */
  public static final TimeToSampleBox EMPTY = new TimeToSampleBox(List.of());

  private static final int ENTRY_BYTES = 8;

  /**
   * A run.
   *
   * @param samples how many
   * @param durationTicks of each
   */
  public record Entry(long samples, long durationTicks) {}

  /** Copies the list. */
  public TimeToSampleBox {
    entries = List.copyOf(entries);
  }

  static TimeToSampleBox read(BoxReader in) {
    in.version(0);
    in.u24();
    int count = in.count(ENTRY_BYTES);
    List<Entry> entries = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      entries.add(new Entry(in.u32(), in.u32()));
    }
    return new TimeToSampleBox(entries);
  }

  @Override
  public FourCc type() {
    return TYPE;
  }

  @Override
  public void write(BoxWriter out) {
    out.versionAndFlags(0, 0).u32(entries.size());
    entries.forEach(entry -> out.u32(entry.samples).u32(entry.durationTicks));
  }
}
