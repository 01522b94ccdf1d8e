package dev.reelway.media.ffmpeg;

import dev.reelway.contracts.plan.ToneMap;
import java.util.Locale;

/**
 * The curve that brings light of high dynamic range to an SDR display, from PQ code values to those
 * of gamma 2.4 (ITU-R BT.1886), as an expression of FFmpeg's {@code lutrgb}.
 *
 * <pre>
 *  1 ┤            ______----  white
 *    │       __---            light above the middle tones is rolled off towards the peak
 *    │     _/
 *    │   _/                   up to 0.3 of reference white nothing changes
 *  0 ┼──/──────────┬───────┬
 *              203 cd/m²  peak
 * </pre>
 *
 * It is applied to red, green and blue alone, as film does it: bright colours become paler, skies
 * and skin stay natural. Keeping the proportions of the three instead gave garish colours.
 */
final class ToneCurve {

  /** What an SDR display shows as white, in cd/m²: HDR reference white (ITU-R BT.2408). */
  private static final double WHITE_NITS = 203;

  /** Up to here the curve is a straight line. */
  private static final double KNEE = 0.3;

  private static final double BRIGHTEST_PQ_NITS = 10_000;

  private ToneCurve() {}

  /** Gives a code value for {@code val}, both from 0 to {@code maxval}. */
  static String of(ToneMap map) {
    double peak = map.peakNits() / WHITE_NITS;
    // Möbius transform through (KNEE, KNEE) with slope 1 there, and (peak, 1).
    double a = KNEE * KNEE * (1 - peak) / (KNEE * KNEE - 2 * KNEE + peak);
    double b = (KNEE * KNEE - 2 * KNEE * peak + peak) / (peak - 1);
    double scale = (b * b + 2 * b * KNEE + KNEE * KNEE) / (b - a);
    return light()
        + String.format(
            Locale.ROOT,
            ";st(0,if(lte(ld(0),%.9f),ld(0),%.9f*(ld(0)+%.9f)/(ld(0)+%.9f)))"
                + ";maxval*pow(clip(ld(0),0,1),1/2.4)",
            KNEE,
            scale,
            a,
            b);
  }

  /** Variable 0: light of a PQ code value in units of white (SMPTE ST 2084, equation 4.1). */
  private static String light() {
    return String.format(
        Locale.ROOT,
        "st(0,pow(val/maxval,1/78.84375))"
            + ";st(0,%.9f*pow(max(ld(0)-0.8359375,0)/(18.8515625-18.6875*ld(0)),1/0.1593017578125))",
        BRIGHTEST_PQ_NITS / WHITE_NITS);
  }
}
