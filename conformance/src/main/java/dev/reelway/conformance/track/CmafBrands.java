package dev.reelway.conformance.track;

import java.util.Set;

/** The brands of ISO/IEC 23000-19 clause 7.2. */
final class CmafBrands {
  private static final Set<String> SEGMENT = Set.of("cmfs", "cmff", "cmfl", "msdh", "msix");

  private CmafBrands() {}

  /** Whether a track with this brand keeps the rules of CMAF. */
  static boolean isStructural(String brand) {
    return brand.equals("cmfc") || brand.matches("cmf[2-9]");
  }

  /** Whether this is the brand of a segment, a fragment or a part of one. */
  static boolean isSegment(String brand) {
    return SEGMENT.contains(brand);
  }
}
