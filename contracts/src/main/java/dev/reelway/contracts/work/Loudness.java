package dev.reelway.contracts.work;

/**
 * What EBU R 128 (ITU-R BS.1770) says of a sound track.
 *
 * @param integrated programme loudness in LUFS; -70 is silence
 * @param range loudness range in LU (EBU Tech 3342)
 * @param truePeak highest true peak in dBTP; -120 is silence
 */
public record Loudness(double integrated, double range, double truePeak) {

  /** The values of a track that holds nothing. */
  public static final Loudness SILENCE = new Loudness(-70, 0, -120);

  /** Rounded to hundredths, so that reports are short and the same everywhere. */
  public Loudness {
    integrated = hundredths(Math.max(-70, integrated));
    range = hundredths(range);
    truePeak = hundredths(Math.max(-120, truePeak));
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

    /** Rounded to hundredths. */
    public Applied {
      gain = hundredths(gain);
    }
  }
}
