package dev.reelway.isobmff.box;

import java.util.ArrayList;
import java.util.List;

/**
 * In {@code stbl}; sizes of samples outside fragments (ISO/IEC 14496-12 clause 8.7.3.2).
 *
 * @param uniformBytes the size of every sample, or 0 when {@code sizes} lists them
 * @param samples how many there are
 * @param sizes one for each sample, or none when all are equal
 */
public record SampleSizeBox(long uniformBytes, long samples, List<Long> sizes) implements Box {
  /** The four-letter type. */
  public static final FourCc TYPE = FourCc.of("stsz");

  /** A table without samples, as in every fragmented file. */
  public static final SampleSizeBox EMPTY = new SampleSizeBox(0, 0, List.of());

  /** Copies the list. */
  public SampleSizeBox {
    sizes = List.copyOf(sizes);
  }

  static SampleSizeBox read(BoxReader in) {
    in.version(0);
    in.u24();
    long uniformBytes = in.u32();
    long samples = in.u32();
    int listed = uniformBytes == 0 ? in.count(samples, Integer.BYTES) : 0;
    List<Long> sizes = new ArrayList<>(listed);
    for (int i = 0; i < listed; i++) {
      sizes.add(in.u32());
    }
    return new SampleSizeBox(uniformBytes, samples, sizes);
  }

  @Override
  public FourCc type() {
    return TYPE;
  }

  @Override
  public void write(BoxWriter out) {
    out.versionAndFlags(0, 0).u32(uniformBytes).u32(samples);
    sizes.forEach(out::u32);
  }
}
