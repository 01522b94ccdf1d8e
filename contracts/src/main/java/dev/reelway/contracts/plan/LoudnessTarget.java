package dev.reelway.contracts.plan;

import dev.reelway.contracts.master.Loudness;

/**
 * How loud a track shall be (EBU R 128): brought there by one gain for the whole track, less where
 * its peaks would be too high. Nothing is limited or compressed.
 *
 * @param target programme loudness in LUFS
 * @param truePeak highest true peak allowed, in dBTP
 */
public record LoudnessTarget(double target, double truePeak) {

  /** What no track may exceed, whether its loudness is asked for or not. */
  public static final double HIGHEST_TRUE_PEAK = -1;

  /** Quieter than this is silence, which no gain makes louder: the absolute gate of BS.1770. */
  private static final double SILENCE = -70;

  /** The gain in dB for a track that was measured as {@code measured}. */
  public double gainFor(Loudness measured) {
    return measured.integratedLufs() <= SILENCE
        ? 0
        : Math.min(target - measured.integratedLufs(), truePeak - measured.truePeakDbtp());
  }

  /** The gain in dB, zero or less, that keeps a downmix from clipping. */
  public static double gainAgainstClipping(Loudness measured) {
    return Math.min(0, HIGHEST_TRUE_PEAK - measured.truePeakDbtp());
  }
}
