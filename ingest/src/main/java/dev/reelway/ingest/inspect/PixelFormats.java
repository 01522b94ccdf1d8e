package dev.reelway.ingest.inspect;

import java.util.Set;

/** What FFmpeg's names of pixel formats tell. */
final class PixelFormats {

  private static final Set<String> FULL_CHROMA = Set.of("yuv444", "yuvj444", "yuva444", "nv24");
  private static final Set<String> HALF_CHROMA =
      Set.of("yuv422", "yuvj422", "yuva422", "yuyv422", "uyvy422", "nv16", "nv20", "p210", "y210");

  private static final Set<String> ALPHA =
      Set.of("yuva", "rgba", "bgra", "argb", "abgr", "gbrap", "ya8", "ya16", "ayuv", "vuya");

  private PixelFormats() {}

  /** Whether the samples are red, green and blue (or grey or a palette), not luma and chroma. */
  static boolean rgb(String format) {
    return format.startsWith("rgb")
        || format.startsWith("bgr")
        || format.startsWith("gbr")
        || format.startsWith("argb")
        || format.startsWith("abgr")
        || format.startsWith("0rgb")
        || format.startsWith("0bgr")
        || format.startsWith("x2rgb")
        || format.startsWith("x2bgr")
        || format.startsWith("pal8");
  }

  /** Whether pictures may be transparent. */
  static boolean alpha(String format) {
    return ALPHA.stream().anyMatch(format::startsWith);
  }

  /** Whether the format is full range by its definition, however it is tagged. */
  static boolean impliesFullRange(String format) {
    return format.startsWith("yuvj") || rgb(format);
  }

  /** How the colour is sampled if finer than 4:2:0, else empty. */
  static String finerChroma(String format) {
    if (FULL_CHROMA.stream().anyMatch(format::startsWith)) {
      return "4:4:4";
    }
    return HALF_CHROMA.stream().anyMatch(format::startsWith) ? "4:2:2" : "";
  }
}
