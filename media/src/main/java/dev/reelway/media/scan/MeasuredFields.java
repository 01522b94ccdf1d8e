package dev.reelway.media.scan;

/**
 * How many pictures look like two fields or like a whole, by FFmpeg's {@code idet}, each judged by
 * itself.
 *
 * @param topFirst pictures of two instants, the top field first
 * @param bottomFirst pictures of two instants, the bottom field first
 * @param progressive pictures of one instant
 * @param undetermined pictures that show too little movement to tell
 * @param repeated pictures in which one field is that of the picture before, as in telecine
 */
public record MeasuredFields(
    long topFirst, long bottomFirst, long progressive, long undetermined, long repeated) {

  /** Nothing measured. */
  public static final MeasuredFields NONE = new MeasuredFields(0, 0, 0, 0, 0);

  /** Pictures that say something. */
  public long determined() {
    return topFirst + bottomFirst + progressive;
  }

  /** Both together. */
  public MeasuredFields plus(MeasuredFields other) {
    return new MeasuredFields(
        topFirst + other.topFirst,
        bottomFirst + other.bottomFirst,
        progressive + other.progressive,
        undetermined + other.undetermined,
        repeated + other.repeated);
  }
}
