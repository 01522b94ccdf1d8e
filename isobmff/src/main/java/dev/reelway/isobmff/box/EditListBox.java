package dev.reelway.isobmff.box;

import java.util.ArrayList;
import java.util.List;

/**
 * In {@code edts}; maps media time to presentation time (ISO/IEC 14496-12 clause 8.6.6). A CMAF
 * audio track has one entry that passes over the encoder's priming; CMAF video has no edit list.
 *
 * @param entries in presentation order
 */
public record EditListBox(List<Entry> entries) implements Box {
  /** The four-letter type. */
  public static final FourCc TYPE = FourCc.of("elst");

  /** An entry without media. */
  public static final long EMPTY_EDIT = -1;

  private static final int[] ENTRY_BYTES = {12, 20};

  /**
   * One edit.
   *
   * @param segmentDurationTicks in the movie's timescale; 0 means "to the end" in a fragmented file
   * @param mediaTimeTicks in the track's timescale, or {@link #EMPTY_EDIT}
   * @param rateInteger 1 is normal
   * @param rateFraction 0 is normal
   */
  public record Entry(
      long segmentDurationTicks, long mediaTimeTicks, int rateInteger, int rateFraction) {}

  /** Copies the list. */
  public EditListBox {
    entries = List.copyOf(entries);
  }

  /** The edit list that starts presentation at {@code mediaTimeTicks} and changes nothing else. */
  public static EditListBox startingAt(long mediaTimeTicks) {
    return new EditListBox(List.of(new Entry(0, mediaTimeTicks, 1, 0)));
  }

  static EditListBox read(BoxReader in) {
    int version = in.version(1);
    in.u24();
    int count = in.count(ENTRY_BYTES[version]);
    List<Entry> entries = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      long durationTicks = in.time(version);
      long mediaTimeTicks = version == 0 ? in.i32() : in.i64();
      entries.add(new Entry(durationTicks, mediaTimeTicks, in.u16(), in.u16()));
    }
    return new EditListBox(entries);
  }

  @Override
  public FourCc type() {
    return TYPE;
  }

  @Override
  public void write(BoxWriter out) {
    boolean large =
        entries.stream()
            .anyMatch(
                entry ->
                    BoxWriter.versionFor(entry.segmentDurationTicks) == 1
                        || entry.mediaTimeTicks != (int) entry.mediaTimeTicks);
    int version = large ? 1 : 0;
    out.versionAndFlags(version, 0).u32(entries.size());
    for (Entry entry : entries) {
      out.time(version, entry.segmentDurationTicks)
          .time(version, entry.mediaTimeTicks)
          .u16(entry.rateInteger)
          .u16(entry.rateFraction);
    }
  }
}
