package dev.reelway.isobmff.box;

import java.util.ArrayList;
import java.util.List;

/**
 * File level; what a file conforms to (ISO/IEC 14496-12 clause 4.3).
 *
 * @param majorBrand the brand to prefer
 * @param minorVersion 0 when the major brand is one of CMAF's, ISO/IEC 23000-19 clause 7.2
 * @param compatibleBrands every brand whose rules are kept, the major one among them
 */
public record FileTypeBox(FourCc majorBrand, long minorVersion, List<FourCc> compatibleBrands)
    implements Box {
  /** The four-letter type. */
  public static final FourCc TYPE = FourCc.of("ftyp");

  private static final int BRAND_BYTES = 4;

  /** Copies the list. */
  public FileTypeBox {
    compatibleBrands = List.copyOf(compatibleBrands);
  }

  static FileTypeBox read(BoxReader in) {
    FourCc majorBrand = in.fourCc();
    long minorVersion = in.u32();
    List<FourCc> brands = new ArrayList<>();
    while (in.remaining() >= BRAND_BYTES) {
      brands.add(in.fourCc());
    }
    return new FileTypeBox(majorBrand, minorVersion, brands);
  }

  @Override
  public FourCc type() {
    return TYPE;
  }

  @Override
  public void write(BoxWriter out) {
    out.fourCc(majorBrand).u32(minorVersion);
    compatibleBrands.forEach(out::fourCc);
  }
}
