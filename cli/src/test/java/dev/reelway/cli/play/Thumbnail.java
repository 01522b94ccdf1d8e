package dev.reelway.cli.play;

import java.util.Map;

/**
 * A place on a tile that the page shows for an instant.
 *
 * @param path of the tile in the title's folder
 * @param x of the image on the tile
 * @param y of the image on the tile
 * @param width of the image
 * @param height of the image
 */
record Thumbnail(String path, int x, int y, int width, int height) {

  /** What a script answered. */
  static Thumbnail of(Object answer) {
    Map<?, ?> fields = (Map<?, ?>) answer;
    return new Thumbnail(
        fields.get("url").toString().replaceFirst("^https?://[^/]+/", ""),
        number(fields, "x"),
        number(fields, "y"),
        number(fields, "width"),
        number(fields, "height"));
  }

  private static int number(Map<?, ?> fields, String name) {
    return ((Number) fields.get(name)).intValue();
  }
}
