package dev.reelway.media.text.caption;

/** The character sets of ANSI/CTA-608 (tables 5 to 10). */
final class Characters {

  private static final String SPECIAL = "®°½¿™¢£♪à èâêîôû";

  private static final String SPANISH_AND_FRENCH = "ÁÉÓÚÜü‘¡*'—©℠•“”ÀÂÇÈÊËëÎÏïÔÙùÛ«»";

  private static final String PORTUGUESE_AND_GERMAN = "ÃãÍÌìÒòÕõ{}\\^_|~ÄäÖöß¥¤¦ÅåØø┌┐└┘";

  private Characters() {}

  /** A byte of a text pair, 0x20 to 0x7f. */
  static char basic(int code) {
    return switch (code) {
      case 0x2a -> 'á';
      case 0x5c -> 'é';
      case 0x5e -> 'í';
      case 0x5f -> 'ó';
      case 0x60 -> 'ú';
      case 0x7b -> 'ç';
      case 0x7c -> '÷';
      case 0x7d -> 'Ñ';
      case 0x7e -> 'ñ';
      case 0x7f -> '█';
      default -> (char) code;
    };
  }

  /** The second byte after 0x11, 0x30 to 0x3f. */
  static char special(int code) {
    return SPECIAL.charAt(code - 0x30);
  }

  /** The second byte after 0x12 or 0x13, 0x20 to 0x3f. */
  static char extended(int command, int code) {
    String set = command == 0x12 ? SPANISH_AND_FRENCH : PORTUGUESE_AND_GERMAN;
    return set.charAt(code - 0x20);
  }
}
