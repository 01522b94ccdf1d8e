package dev.reelway.conformance.manifest;

import dev.reelway.conformance.rule.Findings;
import dev.reelway.conformance.rule.Rule;
import dev.reelway.conformance.rule.Where;

/**
 * Notes what is wrong with the text of one file, with its line.
 *
 * @param path of the file
 * @param findings of the whole package
 */
public record Faults(String path, Findings findings) {
  private static final int MOST_CHARS = 120;

  /** Notes a fault; line 0 means the file as a whole. */
  public void add(Rule rule, int line, String expected, String found) {
    String place = line == 0 ? "" : "line " + line + ": ";
    findings.add(rule, Where.file(path), expected, place + clip(found));
  }

  private static String clip(String text) {
    return text.length() <= MOST_CHARS ? text : text.substring(0, MOST_CHARS) + "…";
  }
}
