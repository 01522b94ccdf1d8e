package dev.reelway.media.scan;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the decoded pictures have shown.
 *
 * @param whole whether every picture was decoded
 * @param frames how many pictures were decoded
 * @param black where nothing is to be seen, of any length
 * @param frozen where the picture does not change, of any length
 * @param fields how pictures are made of fields
 * @param cadences rhythms of pulldown that at least one window of pictures shows, the best first
 * @param content the part of the picture that is not always black, if any
 * @param fineDetail share of the finest detail in the picture's detail, see {@code DetailMeter};
 *     absent if there is too little of it to tell
 * @param damage where pictures are missing or cannot be decoded
 */
public record PictureAnalysis(
    boolean whole,
    long frames,
    List<Stretch> black,
    List<Stretch> frozen,
    MeasuredFields fields,
    List<MeasuredCadence> cadences,
    Optional<Box> content,
    OptionalDouble fineDetail,
    List<Stretch> damage) {

  /** Defensive copies. */
  public PictureAnalysis {
    black = List.copyOf(black);
    frozen = List.copyOf(frozen);
    cadences = List.copyOf(cadences);
    damage = List.copyOf(damage);
  }

  /**
   * A part of the coded picture, in pixels; borders belong to it.
   *
   * @param left first column
   * @param top first row
   * @param right last column
   * @param bottom last row
   */
  public record Box(int left, int top, int right, int bottom) {

    /** The smallest box that holds both. */
    public Box with(Box other) {
      return new Box(
          Math.min(left, other.left),
          Math.min(top, other.top),
          Math.max(right, other.right),
          Math.max(bottom, other.bottom));
    }
  }
}
