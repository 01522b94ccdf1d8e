package dev.reelway.media.text.read;

import dev.reelway.contracts.time.Rational;
import dev.reelway.media.text.cue.Cue;
import dev.reelway.media.text.cue.CueList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads WebVTT files (W3C WebVTT, 6.1). Notes, style sheets and regions are passed over. */
final class WebVttReader {

  private static final Pattern TIMING =
      Pattern.compile("\\s*([\\d:.]+)\\s*-->\\s*([\\d:.]+)(?:\\s+(.*))?");

  private final SourceLines lines;
  private final List<Cue> cues = new ArrayList<>();

  private WebVttReader(String text) {
    this.lines = new SourceLines(text);
  }

  static boolean recognises(String text) {
    return text.startsWith("WEBVTT") && (text.length() == 6 || text.charAt(6) <= ' ');
  }

  static CueList read(String text) {
    WebVttReader reader = new WebVttReader(text);
    reader.block(); // the header
    reader.read();
    return new CueList(reader.cues, reader.lines.faults());
  }

  private void read() {
    lines.skipBlank();
    while (lines.hasNext()) {
      if (lines.peek().contains("-->") || lines.peek(1).contains("-->")) {
        cue();
      } else {
        passOver();
      }
      lines.skipBlank();
    }
  }

  private void cue() {
    if (!lines.peek().contains("-->")) {
      lines.next(); // the cue's name
    }
    int line = lines.number() + 1;
    Matcher timing = TIMING.matcher(lines.next());
    String text = block();
    if (!timing.matches()) {
      lines.fault(line, "there should be two times with an arrow between them.");
      return;
    }
    Optional<Rational> start = ClockTime.parse(timing.group(1));
    Optional<Rational> end = ClockTime.parse(timing.group(2));
    if (start.isEmpty() || end.isEmpty()) {
      lines.fault(line, "a time is not written as hours:minutes:seconds.milliseconds.");
    } else if (start.get().compareTo(end.get()) >= 0) {
      lines.fault(line, "the text ends before it starts.");
    } else {
      String settings = timing.group(3) == null ? "" : timing.group(3);
      WebVttText.cue(start.get(), end.get(), settings, text).ifPresent(cues::add);
    }
  }

  private void passOver() {
    int line = lines.number() + 1;
    String first = lines.peek();
    block();
    if (!first.matches("(NOTE|STYLE|REGION)(\\s.*)?")) {
      lines.fault(line, "this is no cue and no note.");
    }
  }

  private String block() {
    List<String> block = new ArrayList<>();
    while (lines.hasNext() && !lines.peek().isBlank()) {
      block.add(lines.next());
    }
    return String.join("\n", block);
  }
}
