package dev.reelway.media.text.read;

import dev.reelway.contracts.time.Rational;
import dev.reelway.media.text.cue.Cue;
import dev.reelway.media.text.cue.CueList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads SubRip files. There is no standard; this takes what editing systems write: a number, a line
 * with two times, text up to an empty line.
 */
final class SubRipReader {

  private static final String TIME = "((?:\\d{1,3}:)?\\d{1,2}:\\d{1,2}(?:[,.]\\d{1,3})?)";

  private static final Pattern TIMING =
      Pattern.compile("\\s*" + TIME + "\\s*-+>\\s*" + TIME + "(\\s.*)?");

  private final SourceLines lines;
  private final List<Cue> cues = new ArrayList<>();

  private SubRipReader(String text) {
    this.lines = new SourceLines(text);
  }

  /** Whether the first lines look like a SubRip file. */
  static boolean recognises(String text) {
    SourceLines lines = new SourceLines(text.substring(0, Math.min(text.length(), 4096)));
    lines.skipBlank();
    return TIMING.matcher(lines.peek()).matches() || TIMING.matcher(lines.peek(1)).matches();
  }

  static CueList read(String text) {
    SubRipReader reader = new SubRipReader(text);
    reader.read();
    return new CueList(reader.cues, reader.lines.faults());
  }

  private void read() {
    lines.skipBlank();
    while (lines.hasNext()) {
      if (isNumber(lines.peek()) && isTiming(lines.peek(1))) {
        lines.next();
      }
      cue();
      lines.skipBlank();
    }
  }

  private void cue() {
    int line = lines.number() + 1;
    Matcher timing = TIMING.matcher(lines.next());
    if (!timing.matches()) {
      lines.fault(line, "there should be two times with an arrow between them.");
      text();
      return;
    }
    Optional<Rational> start = ClockTime.parse(timing.group(1));
    Optional<Rational> end = ClockTime.parse(timing.group(2));
    String text = text();
    if (start.isEmpty() || end.isEmpty()) {
      lines.fault(line, "a time is not written as hours:minutes:seconds,milliseconds.");
    } else if (start.get().compareTo(end.get()) >= 0) {
      lines.fault(line, "the text ends before it starts.");
    } else {
      SubRipText.cue(start.get(), end.get(), text).ifPresent(cues::add);
    }
  }

  // Some files have empty lines inside a text; only a new cue really ends it.
  private String text() {
    List<String> text = new ArrayList<>();
    while (lines.hasNext() && !startsCue()) {
      text.add(lines.next());
    }
    return String.join("\n", text);
  }

  private boolean startsCue() {
    return isTiming(lines.peek()) || (isNumber(lines.peek()) && isTiming(lines.peek(1)));
  }

  private static boolean isTiming(String line) {
    return TIMING.matcher(line).matches();
  }

  private static boolean isNumber(String line) {
    return line.strip().matches("\\d{1,9}");
  }
}
