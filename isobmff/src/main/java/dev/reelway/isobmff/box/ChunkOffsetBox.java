package dev.reelway.isobmff.box;

import java.util.ArrayList;
import java.util.List;

/**
 * In {@code stbl}; where chunks outside fragments lie (ISO/IEC 14496-12 clause 8.7.5).
 *
 * @param offsets bytes from the start of the file
 */
public record ChunkOffsetBox(List<Long> offsets) implements Box {
  /** The four-letter type. */
  public static final FourCc TYPE = FourCc.of("stco");

  /** A table without chunks, as in every fragmented file. */
  public static final ChunkOffsetBox EMPTY = new ChunkOffsetBox(List.of());

  /** Copies the list. */
  public ChunkOffsetBox {
    offsets = List.copyOf(offsets);
  }

  static ChunkOffsetBox read(BoxReader in) {
    in.version(0);
    in.u24();
    int count = in.count(Integer.BYTES);
    List<Long> offsets = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      offsets.add(in.u32());
    }
    return new ChunkOffsetBox(offsets);
  }

  @Override
  public FourCc type() {
    return TYPE;
  }

  @Override
  public void write(BoxWriter out) {
    out.versionAndFlags(0, 0).u32(offsets.size());
    offsets.forEach(out::u32);
  }
}
