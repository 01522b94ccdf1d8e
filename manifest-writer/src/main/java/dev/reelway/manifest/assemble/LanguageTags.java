package dev.reelway.manifest.assemble;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Turns a container's ISO 639-2 codes into the BCP 47 tags that HLS and DASH want. */
final class LanguageTags {

  /** Bibliographic codes of ISO 639-2, which Java's own tables do not know. */
  private static final Map<String, String> BIBLIOGRAPHIC =
      Map.ofEntries(
          Map.entry("alb", "sq"),
          Map.entry("arm", "hy"),
          Map.entry("baq", "eu"),
          Map.entry("bur", "my"),
          Map.entry("chi", "zh"),
          Map.entry("cze", "cs"),
          Map.entry("dut", "nl"),
          Map.entry("fre", "fr"),
          Map.entry("geo", "ka"),
          Map.entry("ger", "de"),
          Map.entry("gre", "el"),
          Map.entry("ice", "is"),
          Map.entry("mac", "mk"),
          Map.entry("mao", "mi"),
          Map.entry("may", "ms"),
          Map.entry("per", "fa"),
          Map.entry("rum", "ro"),
          Map.entry("slo", "sk"),
          Map.entry("tib", "bo"),
          Map.entry("wel", "cy"));

  private static final Map<String, String> SHORTEST = shortest();

  private LanguageTags() {}

  /** The shortest tag, as BCP 47 asks: {@code en} for {@code eng}; unknown codes stay. */
  static String of(String code) {
    String lower = code.toLowerCase(Locale.ROOT);
    return SHORTEST.getOrDefault(lower, lower);
  }

  private static Map<String, String> shortest() {
    Map<String, String> tags = new HashMap<>(BIBLIOGRAPHIC);
    for (String language : Locale.getISOLanguages()) {
      tags.putIfAbsent(Locale.forLanguageTag(language).getISO3Language(), language);
    }
    return tags;
  }
}
