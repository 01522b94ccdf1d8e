package dev.reelway.isobmff.box;

/**
 * In a video sample entry; colour by code points (ISO/IEC 14496-12 clause 12.1.5, code points of
 * ISO/IEC 23091-2). Colour boxes of other kinds than {@code nclx} stay {@link UnknownBox}.
 *
 * @param primaries 1 is BT.709, 9 BT.2020
 * @param transfer 1 is BT.709, 16 PQ, 18 HLG
 * @param matrix 1 is BT.709, 9 BT.2020
 * @param fullRange whether samples use all values
 */
public record ColourInformationBox(int primaries, int transfer, int matrix, boolean fullRange)
    implements Box {
  /** The four-letter type. */
  public static final FourCc TYPE = FourCc.of("colr");

  /** BT.709 in limited range, the colour of HD video. */
  public static final ColourInformationBox BT_709 = new ColourInformationBox(1, 1, 1, false);

  private static final FourCc NCLX = FourCc.of("nclx");
  private static final int FULL_RANGE = 0x80;

  static Box readColour(BoxReader in) {
    BoxReader kind = in.peek();
    return kind.fourCc().equals(NCLX) ? read(in) : UnknownBox.read(in);
  }

  static ColourInformationBox read(BoxReader in) {
    in.fourCc();
    return new ColourInformationBox(in.u16(), in.u16(), in.u16(), (in.u8() & FULL_RANGE) != 0);
  }

  @Override
  public FourCc type() {
    return TYPE;
  }

  @Override
  public void write(BoxWriter out) {
    out.fourCc(NCLX).u16(primaries).u16(transfer).u16(matrix).u8(fullRange ? FULL_RANGE : 0);
  }
}
