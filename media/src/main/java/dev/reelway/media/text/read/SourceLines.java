package dev.reelway.media.text.read;

import java.util.ArrayList;
import java.util.List;

/** The lines of a text file, read one after the other. */
final class SourceLines {

  private final String[] lines;
  private final List<String> faults = new ArrayList<>();
  private int next;

  SourceLines(String text) {
    this.lines = text.replace("\r\n", "\n").replace('\r', '\n').split("\n", -1);
  }

  boolean hasNext() {
    return next < lines.length;
  }

  String peek() {
    return peek(0);
  }

  /** The line {@code ahead} lines after the next one, empty beyond the end. */
  String peek(int ahead) {
    return next + ahead < lines.length ? lines[next + ahead] : "";
  }

  String next() {
    return lines[next++];
  }

  /** Number from 1 of the line that {@link #next} gave last. */
  int number() {
    return next;
  }

  void skipBlank() {
    while (hasNext() && peek().isBlank()) {
      next();
    }
  }

  /** Notes that a line could not be understood. */
  void fault(int line, String what) {
    faults.add("Line " + line + ": " + what);
  }

  List<String> faults() {
    return faults;
  }
}
