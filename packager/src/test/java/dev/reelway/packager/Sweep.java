package dev.reelway.packager;

/** The 40 ms sweep of the flash-and-beep masters, and how it is found again after encoding. */
final class Sweep {

  /** Its length at 48 kHz. */
  static final int SAMPLES = 1920;

  private static final int REACH = 600;

  private Sweep() {}

  /** Sample {@code n} at {@code sampleRate}, from -1 to 1. */
  static double at(int n, int sampleRate) {
    double seconds = (double) n / sampleRate;
    return Math.sin(2 * Math.PI * seconds * (500 + 60000 * seconds));
  }

  /** Where in {@code sound} at 48 kHz the sweep starts: the best match near {@code expected}. */
  static int find(float[] sound, int expected) {
    int best = expected;
    double highest = Double.NEGATIVE_INFINITY;
    for (int start = Math.max(0, expected - REACH); start <= expected + REACH; start++) {
      double match = 0;
      for (int n = 0; n < SAMPLES && start + n < sound.length; n++) {
        match += sound[start + n] * at(n, 48_000);
      }
      if (match > highest) {
        highest = match;
        best = start;
      }
    }
    return best;
  }
}
