package dev.reelway.isobmff.box;

import java.util.ArrayList;
import java.util.List;

/**
 * In {@code dinf}; where sample data may lie (ISO/IEC 14496-12 clause 8.7.2).
 *
 * @param entries one {@link DataEntryUrlBox} in CMAF, "this file"
 */
public record DataReferenceBox(List<Box> entries) implements Box {
  /** The four-letter type. */
  public static final FourCc TYPE = FourCc.of("dref");

  /** The reference of every CMAF track. */
  public static final DataReferenceBox THIS_FILE =
      new DataReferenceBox(List.of(DataEntryUrlBox.THIS_FILE));

  /** Copies the list. */
  public DataReferenceBox {
    entries = List.copyOf(entries);
  }

  static DataReferenceBox read(BoxReader in) {
    in.version(0);
    in.u24();
    int count = in.count(BoxHeader.SHORT_BYTES);
    List<Box> entries = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      entries.add(in.box());
    }
    return new DataReferenceBox(entries);
  }

  @Override
  public FourCc type() {
    return TYPE;
  }

  @Override
  public void write(BoxWriter out) {
    out.versionAndFlags(0, 0).u32(entries.size()).boxes(entries);
  }
}
