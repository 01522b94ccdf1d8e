package dev.reelway.manifest.report;

import dev.reelway.contracts.time.FrameRate;
import dev.reelway.contracts.time.Rational;
import java.util.Locale;
import java.util.Map;

/** Numbers and names as people read them. */
final class Words {

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("h264", "H.264"),
          Map.entry("hevc", "HEVC"),
          Map.entry("av1", "AV1"),
          Map.entry("vp9", "VP9"),
          Map.entry("mpeg2video", "MPEG-2"),
          Map.entry("prores", "ProRes"),
          Map.entry("dnxhd", "DNxHD"),
          Map.entry("aac", "AAC"),
          Map.entry("ac3", "AC-3"),
          Map.entry("eac3", "E-AC-3"),
          Map.entry("mp3", "MP3"),
          Map.entry("opus", "Opus"),
          Map.entry("flac", "FLAC"),
          Map.entry("subrip", "SubRip"),
          Map.entry("webvtt", "WebVTT"),
          Map.entry("mov_text", "MP4 text"),
          Map.entry("ttml", "TTML"),
          Map.entry("eia_608", "CEA-608 captions"),
          Map.entry("mov", "MP4/MOV"),
          Map.entry("matroska", "Matroska/WebM"),
          Map.entry("mpegts", "MPEG transport stream"),
          Map.entry("mpeg", "MPEG program stream"),
          Map.entry("mxf", "MXF"),
          Map.entry("mp4a.40.2", "AAC"),
          Map.entry("ac-3", "AC-3"),
          Map.entry("ec-3", "E-AC-3"));

  private Words() {}

  /** A codec or container, by FFmpeg's name or a manifest's. */
  static String format(String name) {
    String first = name.split(",", 2)[0];
    return first.startsWith("pcm_") ? "PCM" : NAMES.getOrDefault(first, first);
  }

  /** {@code 7.6 MB}. */
  static String bytes(long bytes) {
    return scaled((double) bytes, "B");
  }

  /** {@code 3.40 Mb/s}. */
  static String bitRate(long bitsPerSecond) {
    return scaled((double) bitsPerSecond, "b/s");
  }

  /** A rate that is round, at an axis: {@code 500 kb/s}, {@code 2 Mb/s}. */
  static String roundRate(double bitsPerSecond) {
    return scaled(bitsPerSecond, "b/s").replaceAll("\\.0+ ", " ");
  }

  /** {@code 48 kHz}, {@code 44.1 kHz}. */
  static String sampleRate(int hertz) {
    return String.format(Locale.ROOT, "%.1f kHz", hertz / 1000.0).replace(".0 ", " ");
  }

  /** A language's tag, for people. */
  static String language(String tag) {
    return tag.equals("und") ? "not said" : tag;
  }

  private static String scaled(double value, String unit) {
    String[] prefixes = {"", "k", "M", "G", "T"};
    double scaled = value;
    int prefix = 0;
    while (scaled >= 1000 && prefix < prefixes.length - 1) {
      scaled /= 1000;
      prefix++;
    }
    String format =
        prefix == 0 || scaled >= 100 ? "%.0f %s%s" : scaled < 10 ? "%.2f %s%s" : "%.1f %s%s";
    return String.format(Locale.ROOT, format, scaled, prefixes[prefix], unit);
  }

  /** {@code 24} or {@code 23.976}. */
  static String rate(FrameRate rate) {
    Rational exact = rate.framesPerSecond();
    return exact.denominator() == 1 ? exact.toString() : rate.toDecimal();
  }

  static String decibels(double value) {
    return String.format(Locale.ROOT, "%.1f dB", value);
  }

  /** A time span: {@code 0.4 s}, {@code 52 s}, {@code 3 min 05 s}, {@code 2 h 10 min}. */
  static String span(double seconds) {
    if (seconds < 10) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    long whole = Math.round(seconds);
    if (whole < 100) {
      return whole + " s";
    }
    return whole < 3600
        ? String.format(Locale.ROOT, "%d min %02d s", whole / 60, whole % 60)
        : String.format(Locale.ROOT, "%d h %02d min", whole / 3600, whole / 60 % 60);
  }

  /** A place on a time axis: {@code 1:05} or {@code 2:01:05}. */
  static String clock(double seconds) {
    long whole = Math.round(seconds);
    return whole < 3600
        ? String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60)
        : String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
  }

  /** {@code 12 345}, in groups of three. */
  static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value).replace(',', '\u202f');
  }

  /** {@code 1 chunk}, {@code 2 chunks}. */
  static String count(long value, String noun) {
    return count(value) + " " + noun + (value == 1 ? "" : "s");
  }

  /** {@code stereo}, {@code 5.1}. */
  static String channels(int channels) {
    return switch (channels) {
      case 1 -> "mono";
      case 2 -> "stereo";
      case 6 -> "5.1";
      case 8 -> "7.1";
      default -> channels + " channels";
    };
  }
}
