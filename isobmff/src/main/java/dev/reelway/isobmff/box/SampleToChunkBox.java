package dev.reelway.isobmff.box;

import java.util.ArrayList;
import java.util.List;

/**
 * In {@code stbl}; how samples outside fragments form chunks (ISO/IEC 14496-12 clause 8.7.4).
 *
 * @param entries runs of equal chunks
 */
public record SampleToChunkBox(List<Entry> entries) implements Box {
  /** The four-letter type. */
  public static final FourCc TYPE = FourCc.of("stsc");

  /** A table without entries, as in every fragmented file. */
  public static final SampleToChunkBox EMPTY = new SampleToChunkBox(List.of());

  private static final int ENTRY_BYTES = 12;

  /**
   * A run.
   *
   * @param firstChunk from 1
   * @param samplesPerChunk in each chunk of the run
   * @param sampleDescriptionIndex from 1
   */
  public record Entry(long firstChunk, long samplesPerChunk, long sampleDescriptionIndex) {}

  /** Copies the list. */
  public SampleToChunkBox {
    entries = List.copyOf(entries);
  }

  static SampleToChunkBox read(BoxReader in) {
    in.version(0);
    in.u24();
    int count = in.count(ENTRY_BYTES);
    List<Entry> entries = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      entries.add(new Entry(in.u32(), in.u32(), in.u32()));
    }
    return new SampleToChunkBox(entries);
  }

  @Override
  public FourCc type() {
    return TYPE;
  }

  @Override
  public void write(BoxWriter out) {
    out.versionAndFlags(0, 0).u32(entries.size());
    entries.forEach(
        entry ->
            out.u32(entry.firstChunk).u32(entry.samplesPerChunk).u32(entry.sampleDescriptionIndex));
  }
}
