package dev.reelway.isobmff.box;

import java.util.ArrayList;
import java.util.List;

/**
 * In {@code mvhd} and {@code tkhd}, a field; places the picture (ISO/IEC 14496-12 clause 6.2.2).
 *
 * @param values nine numbers, row by row; the third of each row is 2.30 fixed point, the rest 16.16
 */
public record TransformMatrix(List<Integer> values) {
  /** The picture as it is, the only placement that CMAF allows. */
  public static final TransformMatrix IDENTITY =
      new TransformMatrix(List.of(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000));

  private static final int SIZE = 9;

  /** Refuses anything but nine numbers. */
  public TransformMatrix {
    values = List.copyOf(values);
    if (values.size() != SIZE) {
      throw new IllegalArgumentException("a matrix has nine numbers, not " + values.size());
    }
  }

  static TransformMatrix read(BoxReader in) {
    List<Integer> values = new ArrayList<>(SIZE);
    for (int i = 0; i < SIZE; i++) {
      values.add(in.i32());
    }
    return new TransformMatrix(values);
  }

  void write(BoxWriter out) {
    values.forEach(out::u32);
  }
}
