package dev.reelway.isobmff.cmaf;

import dev.reelway.isobmff.box.ColourInformationBox;
import dev.reelway.isobmff.box.FourCc;
import dev.reelway.isobmff.codec.AudioSpecificConfig;
import dev.reelway.isobmff.codec.AvcDecoderConfiguration;
import dev.reelway.isobmff.codec.HevcProfile;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * CMAF media profiles (ISO/IEC 23000-19 annex A); the name is the brand. All tracks of a switching
 * set share one, so a ladder gives the widest of its rungs to each of them.
 */
public enum MediaProfile {
  /** AVC SD: High, level 3.1, up to 864×576, BT.709 or BT.601. */
  CFSD(31, 864, 576),
  /** AVC HD: High, level 4.0, up to 1920×1080, BT.709. */
  CFHD(40, 1920, 1080),
  /** AVC HD at high frame rate: High, level 4.2, up to 1920×1080, BT.709. */
  CHDF(42, 1920, 1080),
  /** HEVC HD: Main, level 4.1, up to 1920×1080, BT.709. */
  CHHD(123, 1920, 1080),
  /** HEVC HD of ten bits: Main 10, level 4.1, up to 1920×1080, BT.709. */
  CHH1(123, 1920, 1080),
  /** HEVC UHD: Main, level 5.0, up to 3840×2160, BT.709. */
  CUD8(150, 3840, 2160),
  /** HEVC UHD of ten bits: Main 10, level 5.1, up to 3840×2160, BT.709 or BT.2020. */
  CUD1(153, 3840, 2160),
  /** HEVC HDR10: Main 10, level 5.1, up to 3840×2160, BT.2020 with PQ. */
  CHD1(153, 3840, 2160),
  /** HEVC HLG10: Main 10, level 5.1, up to 3840×2160, BT.2020 with HLG. */
  CLG1(153, 3840, 2160),
  /** AV1 of any size (AV1-ISOBMFF 3). */
  AV01(0, 0, 0),
  /** AAC up to two channels and 48 kHz. */
  CAAC(0, 0, 0),
  /** AAC with more channels. */
  CAMC(0, 0, 0),
  /** E-AC-3 and AC-3. */
  CEAC(0, 0, 0),
  /** WebVTT in ISO base media files. */
  CWVT(0, 0, 0),
  /** The text profile of IMSC1, in ISO base media files. */
  IM1T(0, 0, 0);

  private static final int AVC_HIGH = 100;
  private static final int HEVC_MAIN = 1;
  private static final int HEVC_MAIN_10 = 2;
  private static final int MAX_FRAMES_PER_SECOND = 60;
  private static final int MAX_SAMPLE_RATE = 48_000;
  private static final int STEREO = 2;
  private static final int BT_709 = 1;
  private static final int BT_2020 = 9;
  private static final int PQ = 16;
  private static final int HLG = 18;
  private static final int BT_601_625 = 5;
  private static final int BT_601_525 = 6;

  private final int maxLevel;
  private final int maxWidth;
  private final int maxHeight;

  MediaProfile(int maxLevel, int maxWidth, int maxHeight) {
    this.maxLevel = maxLevel;
    this.maxWidth = maxWidth;
    this.maxHeight = maxHeight;
  }

  /** Returns the brand that claims the profile in {@code ftyp}. */
  public FourCc brand() {
    return FourCc.of(name().toLowerCase(Locale.ROOT));
  }

  /**
   * Returns the AVC profile of the track: HD if it fits, then HD at high frame rate, then SD, which
   * is left for BT.601. Empty when none fits, for example for 4:2:2, BT.2020 or 2160 lines. Pass
   * the frame rate as frames over seconds: 30000, 1001.
   */
  public static Optional<MediaProfile> ofAvc(
      AvcDecoderConfiguration configuration,
      int width,
      int height,
      ColourInformationBox colour,
      long frames,
      long seconds) {
    if (configuration.profile() != AVC_HIGH || frames > MAX_FRAMES_PER_SECOND * seconds) {
      return Optional.empty();
    }
    for (MediaProfile profile : new MediaProfile[] {CFHD, CHDF, CFSD}) {
      if (configuration.level() <= profile.maxLevel
          && width <= profile.maxWidth
          && height <= profile.maxHeight
          && profile.allows(colour)) {
        return Optional.of(profile);
      }
    }
    return Optional.empty();
  }

  /**
   * Returns the HEVC profile of the track, the narrowest that fits. Empty when none fits, for
   * example for the high tier, BT.601 or more than 60 frames per second. Pass the frame rate as
   * frames over seconds: 30000, 1001.
   */
  public static Optional<MediaProfile> ofHevc(
      HevcProfile hevc,
      int width,
      int height,
      ColourInformationBox colour,
      long frames,
      long seconds) {
    if (hevc.highTier() || colour.fullRange() || frames > MAX_FRAMES_PER_SECOND * seconds) {
      return Optional.empty();
    }
    return hevcOf(hevc.profile(), colour).stream()
        .filter(p -> hevc.level() <= p.maxLevel && width <= p.maxWidth && height <= p.maxHeight)
        .findFirst();
  }

  private static List<MediaProfile> hevcOf(int profile, ColourInformationBox colour) {
    if (isBt709(colour)) {
      return switch (profile) {
        case HEVC_MAIN -> List.of(CHHD, CUD8);
        case HEVC_MAIN_10 -> List.of(CHH1, CUD1);
        default -> List.of();
      };
    }
    boolean bt2020 = colour.primaries() == BT_2020 && colour.matrix() == BT_2020;
    if (!bt2020 || profile != HEVC_MAIN_10) {
      return List.of();
    }
    return switch (colour.transfer()) {
      case PQ -> List.of(CHD1);
      case HLG -> List.of(CLG1);
      default -> List.of(CUD1);
    };
  }

  /** Returns the AAC profile of the track; empty for rates above 48 kHz. */
  public static Optional<MediaProfile> ofAac(AudioSpecificConfig config) {
    if (config.sampleRate() > MAX_SAMPLE_RATE) {
      return Optional.empty();
    }
    return Optional.of(config.channels() > STEREO || config.channels() == 0 ? CAMC : CAAC);
  }

  private boolean allows(ColourInformationBox colour) {
    boolean sd = this == CFSD;
    return !colour.fullRange() && (isBt709(colour) || (sd && isBt601(colour)));
  }

  private static boolean isBt709(ColourInformationBox colour) {
    return colour.primaries() == BT_709 && colour.transfer() == BT_709 && colour.matrix() == BT_709;
  }

  private static boolean isBt601(ColourInformationBox colour) {
    return is601(colour.primaries()) && colour.transfer() == BT_601_525 && is601(colour.matrix());
  }

  private static boolean is601(int codePoint) {
    return codePoint == BT_601_625 || codePoint == BT_601_525;
  }
}
