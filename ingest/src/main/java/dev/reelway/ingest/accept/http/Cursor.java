package dev.reelway.ingest.accept.http;

import dev.reelway.contracts.fleet.TitleStatus;
import dev.reelway.ingest.accept.http.TitleQuery.Sort;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Where a page of titles ended. Callers hand it back as they got it.
 *
 * @param place of the last title in the order
 * @param titleId of the last title
 */
record Cursor(String place, String titleId) {

  private static final int LONGEST = 2_000;

  static Cursor of(TitleStatus status, Sort sort) {
    return new Cursor(sort.place(status), status.titleId());
  }

  /** The text that {@link #read} reads: order, id, place. */
  String text(Sort sort) {
    String plain = sort.word() + "\n" + titleId + "\n" + place;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  static Cursor read(String text, Sort sort) {
    if (text.length() > LONGEST) {
      throw unusable();
    }
    String[] parts = plain(text).split("\n", 3);
    if (parts.length != 3 || !parts[0].equals(sort.word())) {
      throw unusable();
    }
    return new Cursor(parts[2], parts[1]);
  }

  private static String plain(String text) {
    try {
      return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw unusable();
    }
  }

  private static Refusal unusable() {
    return Refusal.of(
        ProblemKind.REQUEST_INVALID,
        "The parameter 'cursor' is not one of this list; begin again without it.");
  }
}
