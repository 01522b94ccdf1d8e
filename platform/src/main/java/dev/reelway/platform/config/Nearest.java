package dev.reelway.platform.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Finds the word that somebody most likely meant. */
public final class Nearest {

  private Nearest() {}

  /** The nearest of {@code words} by edit distance, the first of equally near ones. */
  public static String word(String written, Collection<String> words) {
    String lower = written.toLowerCase(Locale.ROOT);
    return words.stream()
        .min(Comparator.comparingInt(word -> distance(lower, word.toLowerCase(Locale.ROOT))))
        .orElseThrow();
  }

  /** Levenshtein's distance: how many letters to insert, delete or replace. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
