package dev.reelway.manifest.hls;

/** The text of a playlist, one tag or URI per line. */
final class PlaylistText {

  /**
   * fMP4 in EXT-X-MAP needs 6; 7 is what the authoring specification's own CMAF examples carry and
   * what RFC 8216 describes. Nothing here needs more.
   */
  static final int VERSION = 7;

  private final StringBuilder text = new StringBuilder();

  void tag(Enum<?> tag) {
    line(nameOf(tag));
  }

  void tag(Enum<?> tag, Object value) {
    line(nameOf(tag) + ":" + value);
  }

  void line(String line) {
    text.append(line).append('\n');
  }

  private static String nameOf(Enum<?> tag) {
    return "#" + tag.name().replace('_', '-');
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
