package dev.reelway.isobmff.cmaf;

import dev.reelway.isobmff.box.ColourInformationBox;
import dev.reelway.isobmff.box.FourCc;
import dev.reelway.isobmff.codec.AudioSpecificConfig;
import dev.reelway.isobmff.codec.AvcDecoderConfiguration;
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
  /** AAC up to two channels and 48 kHz. */
  CAAC(0, 0, 0),
  /** AAC with more channels. */
  CAMC(0, 0, 0),
  /** E-AC-3 and AC-3. */
  CEAC(0, 0, 0);

  private static final int AVC_HIGH = 100;
  private static final int MAX_FRAMES_PER_SECOND = 60;
  private static final int MAX_SAMPLE_RATE = 48_000;
  private static final int STEREO = 2;
  private static final int BT_709 = 1;
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
