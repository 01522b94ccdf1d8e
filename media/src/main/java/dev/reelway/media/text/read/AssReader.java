package dev.reelway.media.text.read;

import dev.reelway.contracts.time.Rational;
import dev.reelway.media.text.cue.Cue;
import dev.reelway.media.text.cue.CueList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads ASS and SSA scripts: dialogue with bold, italic, underline, colour and place. Drawings,
 * karaoke and animation have no counterpart in WebVTT and are not kept.
 */
public final class AssReader {

  private static final List<String> USUAL_EVENT_FORMAT =
      List.of(
          "layer", "start", "end", "style", "name", "marginl", "marginr", "marginv", "effect",
          "text");

  private final SourceLines lines;
  private final List<Cue> cues = new ArrayList<>();
  private final Map<String, AssStyle> styles = new HashMap<>();
  private List<String> styleFormat = List.of();
  private List<String> eventFormat = USUAL_EVENT_FORMAT;
  private AssScreen screen = AssScreen.USUAL;
  private boolean ssa;

  private AssReader(String text) {
    this.lines = new SourceLines(text);
  }

  static boolean recognises(String text) {
    return text.stripLeading().regionMatches(true, 0, "[Script Info]", 0, 13);
  }

  static CueList read(String text) {
    return readScript(text).list();
  }

  /** A reader that knows the styles of {@code header}, for events that come one by one. */
  public static AssReader ofHeader(String header) {
    return readScript(header);
  }

  private static AssReader readScript(String text) {
    AssReader reader = new AssReader(text);
    while (reader.lines.hasNext()) {
      reader.line(reader.lines.next());
    }
    return reader;
  }

  private CueList list() {
    return new CueList(cues, lines.faults());
  }

  /**
   * An event as Matroska stores it: without times, with its number in front.
   *
   * @return absent if nothing in it can be seen
   */
  public Optional<Cue> event(Rational start, Rational end, String written) {
    String[] fields = written.split(",", 9); // ReadOrder,Layer,Style,Name,3 margins,Effect,Text
    return fields.length < 9 ? Optional.empty() : cue(start, end, fields[2], fields[8]);
  }

  private void line(String line) {
    int colon = line.indexOf(':');
    if (line.strip().startsWith("[")) {
      ssa = line.strip().equalsIgnoreCase("[V4 Styles]") || ssa;
    } else if (colon > 0) {
      entry(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
    }
  }

  private void entry(String key, String value) {
    switch (key.toLowerCase(Locale.ROOT)) {
      case "playresx" -> screen = screen.withWidth(value);
      case "playresy" -> screen = screen.withHeight(value);
      case "format" -> format(value);
      case "style" -> style(value);
      case "dialogue" -> dialogue(value);
      default -> {}
    }
  }

  private void format(String value) {
    List<String> names =
        List.of(value.toLowerCase(Locale.ROOT).split(",")).stream().map(String::strip).toList();
    if (names.contains("text")) {
      eventFormat = names;
    } else {
      styleFormat = names;
    }
  }

  private void style(String value) {
    String[] fields = value.split(",", -1);
    Map<String, String> style = new HashMap<>();
    for (int i = 0; i < Math.min(fields.length, styleFormat.size()); i++) {
      style.put(styleFormat.get(i), fields[i].strip());
    }
    styles.put(style.getOrDefault("name", ""), AssStyle.of(style, ssa));
  }

  private void dialogue(String value) {
    String[] fields = value.split(",", eventFormat.size());
    if (fields.length < eventFormat.size()) {
      lines.fault(lines.number(), "the line has too few fields.");
      return;
    }
    Optional<Rational> start = ClockTime.parse(fields[eventFormat.indexOf("start")]);
    Optional<Rational> end = ClockTime.parse(fields[eventFormat.indexOf("end")]);
    if (start.isEmpty() || end.isEmpty()) {
      lines.fault(lines.number(), "a time is not written as hours:minutes:seconds.hundredths.");
    } else if (start.get().compareTo(end.get()) >= 0) {
      lines.fault(lines.number(), "the text ends before it starts.");
    } else {
      String style = fields[eventFormat.indexOf("style")];
      String text = fields[eventFormat.indexOf("text")];
      cue(start.get(), end.get(), style, text).ifPresent(cues::add);
    }
  }

  private Optional<Cue> cue(Rational start, Rational end, String style, String text) {
    String name = style.strip().replaceFirst("^\\*", "");
    return new AssText(styles.getOrDefault(name, AssStyle.PLAIN), screen).cue(start, end, text);
  }
}
