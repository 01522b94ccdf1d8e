package dev.reelway.media.text.read;

import dev.reelway.contracts.master.Languages;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the letters of a text file are written.
 *
 * <p>A byte order mark decides; else zeros at every second byte mean UTF-16; else bytes that are
 * valid UTF-8 are UTF-8, because other text hardly ever is by chance. What remains is an old code
 * page: the one of the file's language if it is known, else the Western European one. It is taken
 * only if all its characters make sense: a special sign inside a word means that it is another one.
 *
 * @param name for people
 * @param charset Java's
 * @param markBytes length of the byte order mark
 * @param assumed whether it was concluded from language and letters alone
 */
public record TextCharset(String name, Charset charset, int markBytes, boolean assumed) {

  private static final String WESTERN = "windows-1252";

  private static final Map<String, String> CODE_PAGES = codePages();

  /** Of all letters in words, at most so many may be outside ASCII for a Latin script. */
  private static final int MAX_PERCENT_IN_LATIN = 40;

  /** Whether this is not certainly something else: text has no control characters. */
  static boolean couldBeText(byte[] head) {
    if (head.length == 0) {
      return false;
    }
    if (byMark(head).isPresent() || utf16(head).isPresent()) {
      return true;
    }
    for (byte b : head) {
      if (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f' && b != 0x1a) {
        return false;
      }
    }
    return true;
  }

  /**
   * Finds out.
   *
   * @param language BCP 47 tag or ISO 639-2 code, {@code und} if unknown
   * @return absent if it cannot be told
   */
  static Optional<TextCharset> of(byte[] bytes, String language) {
    return byMark(bytes)
        .or(() -> utf16(bytes))
        .or(() -> valid(new TextCharset("UTF-8", StandardCharsets.UTF_8, 0, false), bytes))
        .or(() -> codePage(bytes, language));
  }

  /** The text; bytes that mean nothing become replacement characters. */
  String decode(byte[] bytes) {
    return new String(bytes, markBytes, bytes.length - markBytes, charset);
  }

  private static Optional<TextCharset> byMark(byte[] bytes) {
    if (startsWith(bytes, 0xef, 0xbb, 0xbf)) {
      return Optional.of(new TextCharset("UTF-8", StandardCharsets.UTF_8, 3, false));
    }
    if (startsWith(bytes, 0xff, 0xfe, 0, 0)) {
      return Optional.of(new TextCharset("UTF-32", Charset.forName("UTF-32LE"), 4, false));
    }
    if (startsWith(bytes, 0xff, 0xfe)) {
      return Optional.of(new TextCharset("UTF-16", StandardCharsets.UTF_16LE, 2, false));
    }
    return startsWith(bytes, 0xfe, 0xff)
        ? Optional.of(new TextCharset("UTF-16", StandardCharsets.UTF_16BE, 2, false))
        : Optional.empty();
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xff) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  // Every format here starts with ASCII, whose upper bytes are zeros.
  private static Optional<TextCharset> utf16(byte[] bytes) {
    if (bytes.length < 4 || bytes.length % 2 != 0) {
      return Optional.empty();
    }
    if (bytes[0] == 0 && bytes[1] != 0 && bytes[2] == 0 && bytes[3] != 0) {
      return Optional.of(new TextCharset("UTF-16", StandardCharsets.UTF_16BE, 0, false));
    }
    return bytes[0] != 0 && bytes[1] == 0 && bytes[2] != 0 && bytes[3] == 0
        ? Optional.of(new TextCharset("UTF-16", StandardCharsets.UTF_16LE, 0, false))
        : Optional.empty();
  }

  private static Optional<TextCharset> codePage(byte[] bytes, String language) {
    String code = Languages.bcp47(language);
    boolean known = !code.equals(Languages.UNDETERMINED);
    String page = known ? CODE_PAGES.get(code) : WESTERN;
    if (page == null || !Charset.isSupported(page)) {
      return Optional.empty();
    }
    return valid(new TextCharset(page, Charset.forName(page), 0, true), bytes)
        .filter(charset -> plausible(charset.decode(bytes), page));
  }

  private static Optional<TextCharset> valid(TextCharset charset, byte[] bytes) {
    try {
      charset
          .charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes));
      return Optional.of(charset);
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static boolean plausible(String text, String page) {
    int special = 0;
    int letters = 0;
    for (int i = 1; i + 1 < text.length(); i++) {
      char c = text.charAt(i);
      letters += Character.isLetter(c) ? 1 : 0;
      if (c >= 0x80) {
        boolean insideWord =
            Character.isLetter(text.charAt(i - 1)) && Character.isLetter(text.charAt(i + 1));
        if (Character.isISOControl(c) || (insideWord && !Character.isLetter(c) && !apostrophe(c))) {
          return false;
        }
        special += Character.isLetter(c) ? 1 : 0;
      }
    }
    return !page.equals(WESTERN) || special * 100L <= (long) letters * MAX_PERCENT_IN_LATIN;
  }

  private static boolean apostrophe(char c) {
    return c == '\u2019'
        || c == '\u2018'
        || c == '\u00b4'
        || c == '\u2013'
        || c == '\u2014'
        || c == '\u00ad'
        || c == '\u2026'
        || c == '\u00b7';
  }

  private static Map<String, String> codePages() {
    Map<String, List<String>> languages =
        Map.of(
            WESTERN,
            List.of(
                "en", "de", "fr", "es", "it", "pt", "nl", "da", "sv", "no", "nb", "nn", "fi", "is",
                "ca", "ga", "gl", "eu"),
            "windows-1250",
            List.of("pl", "cs", "sk", "hu", "sl", "hr", "bs", "ro", "sq"),
            "windows-1251",
            List.of("ru", "uk", "be", "bg", "sr", "mk"),
            "windows-1253",
            List.of("el"),
            "windows-1254",
            List.of("tr"),
            "windows-1255",
            List.of("he"),
            "windows-1256",
            List.of("ar", "fa", "ur"),
            "windows-1257",
            List.of("et", "lv", "lt"),
            "windows-1258",
            List.of("vi"));
    Map<String, String> pages = new HashMap<>();
    languages.forEach((page, codes) -> codes.forEach(code -> pages.put(code, page)));
    return Map.copyOf(pages);
  }
}
