package dev.reelway.contracts.master;

/**
 * How loud a sound track is, measured over its whole length by EBU R 128 (ITU-R BS.1770). Values
 * are rounded to hundredths, so that documents are short and the same everywhere.
 *
 * @param integratedLufs programme loudness in LUFS; -70 is silence
 * @param rangeLu loudness range in LU (EBU Tech 3342)
 * @param truePeakDbtp highest level between samples, in dB relative to full scale; -120 is silence
 */
public record Loudness(double integratedLufs, double rangeLu, double truePeakDbtp) {

  private static final double LOWEST_LUFS = -70;
  private static final double LOWEST_DBTP = -120;

  /** The values of a track that holds nothing. */
  public static final Loudness SILENCE = new Loudness(LOWEST_LUFS, 0, LOWEST_DBTP);

  /** Rounds. */
  public Loudness {
    integratedLufs = hundredths(Math.max(LOWEST_LUFS, integratedLufs));
    rangeLu = hundredths(rangeLu);
    truePeakDbtp = hundredths(Math.max(LOWEST_DBTP, truePeakDbtp));
  }

  private static double hundredths(double value) {
    return Math.round(value * 100) / 100.0;
  }

  /**
   * A sound track as it was encoded.
   *
   * @param output what goes into the encoder
   * @param gain in dB that was applied before, 0 for none
   */
  public record Applied(Loudness output, double gain) {

    /** Rounds. */
    public Applied {
      gain = hundredths(gain);
    }
  }
}
