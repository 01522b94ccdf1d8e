package dev.reelway.conformance.manifest;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Names of codecs as manifests write them, RFC 6381. */
public final class CodecNames {
  private static final String AV1_DEFAULTS = ".0.110.01.01.01.0";

  private CodecNames() {}

  /** The names of a list, each in its one spelling. */
  public static List<String> list(String text) {
    return Arrays.stream(text.split(","))
        .map(String::trim)
        .filter(name -> !name.isEmpty())
        .map(CodecNames::plain)
        .toList();
  }

  /** One spelling of names that may be spelled in several ways. */
  public static String plain(String codec) {
    String name = codec.startsWith("avc1.") ? codec.toLowerCase(Locale.ROOT) : codec;
    return name.startsWith("av01.") && name.endsWith(AV1_DEFAULTS)
        ? name.substring(0, name.length() - AV1_DEFAULTS.length())
        : name;
  }
}
