package dev.reelway.contracts.master;

/**
 * Margins of the coded picture that are never shown (clean aperture), in coded pixels.
 *
 * @param left columns at the left edge
 * @param top lines at the upper edge
 * @param right columns at the right edge
 * @param bottom lines at the lower edge
 */
public record Crop(int left, int top, int right, int bottom) {

  /** The whole picture is shown. */
  public static final Crop NONE = new Crop(0, 0, 0, 0);

  /** What is left of {@code width} columns. */
  public int width(int width) {
    return width - left - right;
  }

  /** What is left of {@code height} lines. */
  public int height(int height) {
    return height - top - bottom;
  }
}
