package dev.reelway.media.text.read;

/**
 * The size of the canvas on which a script places its text.
 *
 * @param width in script pixels
 * @param height in script pixels
 */
record AssScreen(int width, int height) {

  /** What a script without a size has. */
  static final AssScreen USUAL = new AssScreen(384, 288);

  AssScreen withWidth(String written) {
    return written.matches("[1-9]\\d{0,4}")
        ? new AssScreen(Integer.parseInt(written), height)
        : this;
  }

  AssScreen withHeight(String written) {
    return written.matches("[1-9]\\d{0,4}")
        ? new AssScreen(width, Integer.parseInt(written))
        : this;
  }
}
