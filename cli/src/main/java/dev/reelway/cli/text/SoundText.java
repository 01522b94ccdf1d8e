package dev.reelway.cli.text;

/** Sound codecs and layouts as people call them. */
public final class SoundText {

  private SoundText() {}

  /** The name of a codec by its RFC 6381 string. */
  public static String codec(String codec) {
    return switch (codec) {
      case "mp4a.40.2" -> "AAC";
      case "ac-3" -> "AC-3";
      case "ec-3" -> "E-AC-3";
      default -> codec;
    };
  }

  /** The name of a layout by its number of channels. */
  public static String channels(int channels) {
    return switch (channels) {
      case 1 -> "mono";
      case 2 -> "stereo";
      case 6 -> "5.1";
      case 8 -> "7.1";
      default -> channels + " ch";
    };
  }
}
