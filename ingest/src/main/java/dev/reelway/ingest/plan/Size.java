package dev.reelway.ingest.plan;

/**
 * A picture size in pixels.
 *
 * @param width in pixels
 * @param height in pixels
 */
record Size(int width, int height) {

  long pixels() {
    return (long) width * height;
  }
}
