package dev.reelway.media.text.caption;

import java.util.List;

/**
 * How the next letters look.
 *
 * @param colour WebVTT class, empty for white
 * @param italic whether they are slanted
 * @param underline whether they are underlined
 */
record CaptionPen(String colour, boolean italic, boolean underline) {

  /** White and upright. */
  static final CaptionPen PLAIN = new CaptionPen("", false, false);

  private static final List<String> COLOURS =
      List.of("", "lime", "blue", "cyan", "red", "yellow", "magenta");

  private static final int ITALIC = 7;

  /** The pen of a mid-row code or preamble: three bits of colour, one of underline. */
  static CaptionPen of(int attributes) {
    int colour = attributes >> 1 & 7;
    boolean underline = (attributes & 1) != 0;
    return colour == ITALIC
        ? new CaptionPen("", true, underline)
        : new CaptionPen(COLOURS.get(colour), false, underline);
  }

  /** Italic keeps the colour before it. */
  CaptionPen midRow(int attributes) {
    CaptionPen next = of(attributes);
    return next.italic ? new CaptionPen(colour, true, next.underline) : next;
  }
}
