package dev.reelway.media.process;

import dev.reelway.contracts.failure.FailureKind;
import dev.reelway.contracts.failure.ReelwayException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Files that people upload in place of a film, told by their first bytes so that the refusal can
 * name them: lists of other files, projects, archives, documents and single pictures.
 */
final class NoMedia {

  /** How much of a file is needed to tell. */
  static final int HEAD_BYTES = 4096;

  private static final String BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";

  /**
   * A kind of file.
   *
   * @param start bytes that it begins with, as ISO 8859-1
   * @param at where they lie
   * @param name with its article
   * @param remedy what to do, to end the sentence
   */
  private record Signature(String start, int at, String name, String remedy) {}

  private static final String UNPACK = "unpack it and upload the film in it";
  private static final String EXPORT = "export a film and upload that";

  private static final List<Signature> SIGNATURES =
      List.of(
          new Signature("PK\3\4", 0, "a ZIP archive", UNPACK),
          new Signature("Rar!", 0, "a RAR archive", UNPACK),
          new Signature("7z\u00bc\u00af", 0, "a 7-Zip archive", UNPACK),
          new Signature("\u001f\u008b", 0, "a gzip archive", UNPACK),
          new Signature("BZh", 0, "a bzip2 archive", UNPACK),
          new Signature("\u00fd7zXZ", 0, "an xz archive", UNPACK),
          new Signature("ustar", 257, "a tar archive", UNPACK),
          new Signature("%PDF-", 0, "a PDF document", EXPORT),
          new Signature("\u00d0\u00cf\u0011\u00e0", 0, "an Office document", EXPORT),
          new Signature("II*\0", 0, "a still picture (TIFF)", EXPORT),
          new Signature("MM\0*", 0, "a still picture (TIFF)", EXPORT),
          new Signature("8BPS", 0, "a still picture (Photoshop)", EXPORT),
          new Signature("ftypheic", 4, "a still picture (HEIC)", EXPORT),
          new Signature("ftypmif1", 4, "a still picture (HEIF)", EXPORT),
          new Signature("ftypavif", 4, "a still picture (AVIF)", EXPORT),
          new Signature("WEBP", 8, "a WebP picture", EXPORT));

  private NoMedia() {}

  /**
   * Refuses what is known not to be media.
   *
   * @param head the first bytes of the file, {@link #HEAD_BYTES} of them or all
   */
  static void refuse(byte[] head) {
    String text = new String(head, StandardCharsets.ISO_8859_1);
    list(text)
        .ifPresent(
            what -> {
              throw new ReelwayException(
                  FailureKind.MASTER_IS_A_PLAYLIST,
                  "The file is " + what + " that points at other files, not a media file.");
            });
    SIGNATURES.stream()
        .filter(signature -> text.startsWith(signature.start(), signature.at()))
        .findFirst()
        .ifPresent(signature -> refuse(signature.name(), signature.remedy()));
    if (text.startsWith("\u0089PNG") && !text.contains("acTL")) { // which an animation has
      refuse("a still picture (PNG)", EXPORT);
    }
    document(plain(text)).ifPresent(what -> refuse(what, EXPORT));
  }

  private static void refuse(String name, String remedy) {
    throw new ReelwayException(
        FailureKind.MASTER_UNSUPPORTED, "The file is not a film but " + name + "; " + remedy + ".");
  }

  private static String plain(String text) {
    String unmarked =
        text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
    return unmarked.strip().toLowerCase(Locale.ROOT);
  }

  private static Optional<String> list(String text) {
    String plain = plain(text);
    if (plain.startsWith("#extm3u")) {
      return Optional.of("an HLS playlist");
    }
    String uncommented = plain.replaceAll("(?m)^\\s*#.*$", "").strip();
    if (uncommented.startsWith("ffconcat") || uncommented.matches("(?s)file\\s+['\"]?\\S.*")) {
      return Optional.of("an FFmpeg concat list");
    }
    if (plain.startsWith("<") && plain.contains("<mpd")) {
      return Optional.of("a DASH manifest");
    }
    boolean markup = plain.startsWith("<");
    boolean list =
        plain.startsWith("v=0")
            || plain.startsWith("[playlist]")
            || (markup && plain.matches("(?s).*<(asx|smil|playlist|smoothstreamingmedia)\\b.*"));
    return list ? Optional.of("a playlist or session description") : Optional.empty();
  }

  private static Optional<String> document(String plain) {
    if (plain.startsWith("<!doctype html") || plain.startsWith("<html")) {
      return Optional.of("a web page, perhaps an error that was saved in its place");
    }
    if (plain.matches("(?s)\\[?\\{\\s*\".*")) {
      return Optional.of("JSON text, perhaps an error that was saved in its place");
    }
    if (plain.startsWith("<") && plain.contains("<svg")) {
      return Optional.of("a drawing (SVG)");
    }
    if (plain.startsWith("<?xml") && plain.matches("(?s).*<(!doctype )?(fcpxml|xmeml|project).*")) {
      return Optional.of("the project of an editing system");
    }
    if (plain.startsWith("webvtt") || plain.matches("(?s)\\d+\\s+\\d\\d:\\d\\d:\\d\\d[,.].*")) {
      return Optional.of("a subtitle file");
    }
    return Optional.empty();
  }
}
