package dev.reelway.conformance.webvtt;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bytes of a WebVTT file to its cues; no bytes make it throw. */
public final class WebVttReader {
  private static final int MOST_FAULTS = 20;
  private static final String ARROW = "-->";
  private static final Pattern TIMES =
      Pattern.compile("([0-9:.]+)[ \\t]+-->[ \\t]+([0-9:.]+)(?:[ \\t]+(.*))?");
  private static final Pattern SETTING = Pattern.compile("[a-z]+:[^\\s:].*");

  private final List<String> lines;
  private final List<Cue> cues = new ArrayList<>();
  private final List<WebVttFile.Fault> faults = new ArrayList<>();
  private Optional<TimestampMap> map = Optional.empty();
  private boolean hasMap;
  private int next;

  private WebVttReader(List<String> lines) {
    this.lines = lines;
  }

  /** Reads a whole file. */
  public static WebVttFile read(byte[] bytes) {
    String text;
    boolean decoded = true;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      decoded = false;
      text = new String(bytes, StandardCharsets.UTF_8);
    }
    String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
    WebVttReader reader = new WebVttReader(plain.lines().toList());
    boolean header = reader.header() && decoded;
    reader.blocks();
    return new WebVttFile(header, reader.map, reader.hasMap, reader.cues, reader.faults);
  }

  private boolean header() {
    boolean found = !lines.isEmpty() && lines.get(0).matches("WEBVTT([ \\t].*)?");
    while (next < lines.size() && !lines.get(next).isEmpty()) {
      String line = lines.get(next++);
      if (line.startsWith("X-TIMESTAMP-MAP=")) {
        hasMap = true;
        map = TimestampMap.parse(line);
      } else if (line.contains(ARROW)) {
        fault(next, "an empty line behind the header", line);
        next--;
        return found;
      }
    }
    return found;
  }

  private void blocks() {
    while (next < lines.size()) {
      String line = lines.get(next);
      if (line.isEmpty()) {
        next++;
      } else if (line.matches("(NOTE|STYLE|REGION)([ \\t].*)?")) {
        skipBlock();
      } else {
        cue();
      }
    }
  }

  private void skipBlock() {
    while (next < lines.size() && !lines.get(next).isEmpty()) {
      next++;
    }
  }

  private void cue() {
    if (!lines.get(next).contains(ARROW)) {
      next++; // the cue's name
    }
    if (next >= lines.size() || !lines.get(next).contains(ARROW)) {
      fault(next, "the times of a cue", lines.get(next - 1));
      skipBlock();
      return;
    }
    int number = next + 1;
    String times = lines.get(next++);
    StringBuilder text = new StringBuilder();
    while (next < lines.size() && !lines.get(next).isEmpty()) {
      if (lines.get(next).contains(ARROW)) {
        fault(next + 1, "an empty line between cues", lines.get(next));
        break;
      }
      text.append(text.isEmpty() ? "" : "\n").append(lines.get(next++));
    }
    add(number, times, text.toString());
  }

  private void add(int line, String times, String text) {
    Matcher matcher = TIMES.matcher(times);
    Optional<Long> start = Optional.empty();
    Optional<Long> end = Optional.empty();
    if (matcher.matches()) {
      start = CueTime.parse(matcher.group(1));
      end = CueTime.parse(matcher.group(2));
    }
    if (start.isEmpty() || end.isEmpty()) {
      fault(line, "00:00:00.000 --> 00:00:00.000", times);
      return;
    }
    if (end.get() <= start.get()) {
      fault(line, "an end after the start", times);
      return;
    }
    if (!cues.isEmpty() && start.get() < cues.get(cues.size() - 1).startMillis()) {
      fault(line, "cues in the order of their starts", times);
    }
    String settings = matcher.group(3) == null ? "" : matcher.group(3).strip();
    settings(line, settings);
    cues.add(new Cue(line, start.get(), end.get(), settings, text));
  }

  private void settings(int line, String settings) {
    for (String setting : settings.split("[ \\t]+", -1)) {
      if (!setting.isEmpty() && !SETTING.matcher(setting).matches()) {
        fault(line, "a setting such as line:0", setting);
      }
    }
  }

  private void fault(int line, String expected, String found) {
    if (faults.size() < MOST_FAULTS) {
      String clipped = found.length() > 80 ? found.substring(0, 80) + "…" : found;
      faults.add(new WebVttFile.Fault(line, expected, clipped));
    }
  }
}
