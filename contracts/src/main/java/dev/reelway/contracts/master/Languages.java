package dev.reelway.contracts.master;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Language codes of containers: ISO 639-2 in both of its forms, ISO 639-1, or nothing useful. */
public final class Languages {

  /** No language given. */
  public static final String UNDETERMINED = "und";

  /** The twenty languages whose bibliographic code differs from the terminological one. */
  private static final Map<String, String> BIBLIOGRAPHIC =
      Map.ofEntries(
          Map.entry("alb", "sqi"),
          Map.entry("arm", "hye"),
          Map.entry("baq", "eus"),
          Map.entry("bur", "mya"),
          Map.entry("chi", "zho"),
          Map.entry("cze", "ces"),
          Map.entry("dut", "nld"),
          Map.entry("fre", "fra"),
          Map.entry("geo", "kat"),
          Map.entry("ger", "deu"),
          Map.entry("gre", "ell"),
          Map.entry("ice", "isl"),
          Map.entry("mac", "mkd"),
          Map.entry("mao", "mri"),
          Map.entry("may", "msa"),
          Map.entry("per", "fas"),
          Map.entry("rum", "ron"),
          Map.entry("slo", "slk"),
          Map.entry("tib", "bod"),
          Map.entry("wel", "cym"));

  private static final Map<String, String> TWO_LETTERS = twoLetters();

  private Languages() {}

  /** The terminological ISO 639-2 code, as ISO base media files want it; else {@code und}. */
  public static String iso639(String tagged) {
    String code = tagged == null ? "" : tagged.strip().toLowerCase(Locale.ROOT);
    if (code.matches("[a-z]{2}([-_].*)?")) {
      String three = code.substring(0, 2);
      return TWO_LETTERS.entrySet().stream()
          .filter(entry -> entry.getValue().equals(three))
          .map(Map.Entry::getKey)
          .findFirst()
          .orElse(UNDETERMINED);
    }
    return code.matches("[a-z]{3}") ? BIBLIOGRAPHIC.getOrDefault(code, code) : UNDETERMINED;
  }

  /** Whether {@code tag} looks like a BCP 47 tag or an ISO 639 code. */
  public static boolean isTag(String tag) {
    return tag.matches("[A-Za-z]{2,3}([-_][A-Za-z0-9]{1,8})*");
  }

  /** The BCP 47 tag, as manifests want it: two letters where they exist. */
  public static String bcp47(String tagged) {
    String code = iso639(tagged);
    return TWO_LETTERS.getOrDefault(code, code);
  }

  /** The English name; {@code Sound} if the language is not known. */
  public static String displayName(String tagged) {
    String code = iso639(tagged);
    String name = Locale.forLanguageTag(bcp47(code)).getDisplayLanguage(Locale.ENGLISH);
    return code.equals(UNDETERMINED) || name.isEmpty() ? "Sound" : name;
  }

  private static Map<String, String> twoLetters() {
    Map<String, String> codes = new HashMap<>();
    for (String two : Locale.getISOLanguages()) {
      codes.putIfAbsent(Locale.forLanguageTag(two).getISO3Language(), two);
    }
    return Map.copyOf(codes);
  }
}
