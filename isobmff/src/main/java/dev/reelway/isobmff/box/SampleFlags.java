package dev.reelway.isobmff.box;

/**
 * In {@code trex}, {@code tfhd} and {@code trun}, a field; what depends on a sample (ISO/IEC
 * 14496-12 clause 8.8.3.1).
 */
public final class SampleFlags {
  /** A sync sample: depends on no other (sample_depends_on = 2). */
  public static final int SYNC = 0x0200_0000;

  /** Any other sample: depends on others (sample_depends_on = 1) and is no place to start. */
  public static final int NOT_SYNC = 0x0101_0000;

  private static final int IS_NON_SYNC = 0x0001_0000;

  private SampleFlags() {}

  /** Returns the flags that this package writes. */
  public static int of(boolean sync) {
    return sync ? SYNC : NOT_SYNC;
  }

  /** Whether decoding can start at a sample with these flags. */
  public static boolean isSync(int flags) {
    return (flags & IS_NON_SYNC) == 0;
  }
}
