package dev.reelway.isobmff.cmaf;

import dev.reelway.isobmff.box.FileTypeBox;
import dev.reelway.isobmff.box.FourCc;
import java.util.ArrayList;
import java.util.List;

/** Brands of CMAF headers, ISO/IEC 23000-19 clause 7.2 and annex A. */
final class Brands {
  private static final FourCc CMAF = FourCc.of("cmfc");

  /** Signed composition offsets, no edit list, all defaults told in each fragment: clause 7.7. */
  private static final FourCc CMAF_2 = FourCc.of("cmf2");

  /** The edition of ISO/IEC 14496-12 with default-base-is-moof and tfdt. */
  private static final FourCc ISO_6 = FourCc.of("iso6");

  private Brands() {}

  static FileTypeBox ofVideo(List<MediaProfile> profiles) {
    return fileType(List.of(ISO_6, CMAF, CMAF_2), profiles);
  }

  /** Not {@code cmf2}: the edit list that passes over the priming may be there. */
  static FileTypeBox ofAudio(List<MediaProfile> profiles) {
    return fileType(List.of(ISO_6, CMAF), profiles);
  }

  /** Times are decode times: no composition offsets, no edit list. */
  static FileTypeBox ofText(List<MediaProfile> profiles) {
    return fileType(List.of(ISO_6, CMAF, CMAF_2), profiles);
  }

  private static FileTypeBox fileType(List<FourCc> structural, List<MediaProfile> profiles) {
    List<FourCc> brands = new ArrayList<>(structural);
    profiles.forEach(profile -> brands.add(profile.brand()));
    return new FileTypeBox(CMAF, 0, brands);
  }
}
