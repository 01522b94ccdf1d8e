package dev.reelway.conformance.manifest;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whether a text is a language tag by RFC 5646: well-formed, its language a known one. */
public final class LanguageTag {
  private static final Pattern FORM =
      Pattern.compile(
          "(?<language>[a-zA-Z]{2,3})(-[a-zA-Z]{3}){0,3}(-[a-zA-Z]{4})?(-([a-zA-Z]{2}|[0-9]{3}))?"
              + "(-([a-zA-Z0-9]{5,8}|[0-9][a-zA-Z0-9]{3}))*(-[0-9a-wy-zA-WY-Z](-[a-zA-Z0-9]{2,8})+)*"
              + "(-x(-[a-zA-Z0-9]{1,8})+)?|x(-[a-zA-Z0-9]{1,8})+|i-[a-zA-Z]+");

  private static final Set<String> TWO_LETTERS =
      Arrays.stream(Locale.getISOLanguages()).collect(Collectors.toSet());

  private LanguageTag() {}

  /** A language of three letters is taken as known: there are thousands of them. */
  public static boolean isValid(String text) {
    var matcher = FORM.matcher(text);
    if (text.length() > 64 || !matcher.matches()) {
      return false;
    }
    String language = matcher.group("language");
    return language == null
        || language.length() > 2
        || TWO_LETTERS.contains(language.toLowerCase(Locale.ROOT));
  }
}
