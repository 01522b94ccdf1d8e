package dev.reelway.isobmff.box;

import java.util.ArrayList;
import java.util.List;

/**
 * In {@code stbl}; the codecs of a track (ISO/IEC 14496-12 clause 8.5.2).
 *
 * @param entries {@link SampleEntry} records, or {@link UnknownBox} for a codec without one
 */
public record SampleDescriptionBox(List<Box> entries) implements Box {
  /** The four-letter type. */
  public static final FourCc TYPE = FourCc.of("stsd");

  /** Copies the list. */
  public SampleDescriptionBox {
    entries = List.copyOf(entries);
  }

  static SampleDescriptionBox read(BoxReader in) {
    in.version(0);
    in.u24();
    int count = in.count(BoxHeader.SHORT_BYTES);
    List<Box> entries = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      entries.add(in.box());
    }
    return new SampleDescriptionBox(entries);
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
