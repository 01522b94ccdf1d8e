package dev.reelway.cli.text;

import dev.reelway.contracts.master.Colour;
import java.util.Locale;
import java.util.Map;

/** FFmpeg's names of formats as people know them. */
final class MediaNames {

  private static final Map<String, String> CODECS =
      Map.ofEntries(
          Map.entry("h264", "H.264"),
          Map.entry("hevc", "HEVC"),
          Map.entry("av1", "AV1"),
          Map.entry("vp8", "VP8"),
          Map.entry("vp9", "VP9"),
          Map.entry("mpeg1video", "MPEG-1"),
          Map.entry("mpeg2video", "MPEG-2"),
          Map.entry("mpeg4", "MPEG-4 Visual"),
          Map.entry("prores", "ProRes"),
          Map.entry("dnxhd", "DNxHD"),
          Map.entry("dvvideo", "DV"),
          Map.entry("jpeg2000", "JPEG 2000"),
          Map.entry("mjpeg", "Motion JPEG"),
          Map.entry("ffv1", "FFV1"),
          Map.entry("rawvideo", "uncompressed"),
          Map.entry("aac", "AAC"),
          Map.entry("ac3", "AC-3"),
          Map.entry("eac3", "E-AC-3"),
          Map.entry("mp3", "MP3"),
          Map.entry("mp2", "MP2"),
          Map.entry("opus", "Opus"),
          Map.entry("vorbis", "Vorbis"),
          Map.entry("flac", "FLAC"),
          Map.entry("subrip", "SubRip"),
          Map.entry("webvtt", "WebVTT"),
          Map.entry("mov_text", "MP4 text"),
          Map.entry("ass", "ASS"),
          Map.entry("ttml", "TTML"),
          Map.entry("eia_608", "CEA-608 captions"));

  private static final Map<String, String> CONTAINERS =
      Map.of(
          "mov", "MP4/MOV",
          "matroska", "Matroska/WebM",
          "mpegts", "MPEG transport stream",
          "mpeg", "MPEG program stream",
          "mxf", "MXF",
          "avi", "AVI",
          "flv", "FLV",
          "ogg", "Ogg",
          "wav", "WAV");

  private MediaNames() {}

  static String codec(String name) {
    return name.startsWith("pcm_") ? "PCM" : CODECS.getOrDefault(name, name);
  }

  /** FFmpeg names a container by all its file endings; the first one tells it. */
  static String container(String name) {
    return CONTAINERS.getOrDefault(name.split(",", 2)[0], name);
  }

  /** {@code 10 bit 4:2:2}. */
  static String samples(String pixelFormat, int bitDepth) {
    return bitDepth + " bit " + chroma(pixelFormat);
  }

  private static String chroma(String format) {
    if (format.contains("rgb") || format.contains("bgr") || format.startsWith("gbr")) {
      return "RGB";
    }
    for (String digits : new String[] {"420", "422", "444", "411", "410", "440"}) {
      if (format.contains(digits)) {
        return String.join(":", digits.split(""));
      }
    }
    return format.startsWith("nv12") || format.startsWith("p010") ? "4:2:0" : format;
  }

  /** {@code BT.709}, with the transfer function where it is one of high dynamic range. */
  static String colour(Colour colour) {
    String gamut =
        switch (colour.primaries()) {
          case 1 -> "BT.709";
          case 5, 6 -> "BT.601";
          case 9 -> "BT.2020";
          case 11, 12 -> "P3";
          default -> "colour " + colour.primaries();
        };
    return switch (colour.transfer()) {
      case 16 -> "HDR (PQ, " + gamut + ")";
      case 18 -> "HDR (HLG, " + gamut + ")";
      default -> gamut;
    };
  }

  /** {@code 48 kHz}. */
  static String sampleRate(int hertz) {
    return hertz % 1000 == 0
        ? hertz / 1000 + " kHz"
        : String.format(Locale.ROOT, "%.1f kHz", hertz / 1000.0);
  }
}
