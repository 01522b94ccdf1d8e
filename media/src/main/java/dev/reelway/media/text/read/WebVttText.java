package dev.reelway.media.text.read;

import dev.reelway.contracts.time.Rational;
import dev.reelway.media.text.cue.Cue;
import dev.reelway.media.text.cue.CueSettings;
import dev.reelway.media.text.cue.CueText;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes WebVTT cue text well-formed. Times inside a text are not kept. */
final class WebVttText {

  private static final Pattern TOKEN =
      Pattern.compile("<(/?)([a-z]*)([^<>]*)>|&(#?[A-Za-z0-9]{1,10});");

  private static final Map<String, String> ENTITIES =
      Map.of("amp", "&", "lt", "<", "gt", ">", "nbsp", "\u00a0", "lrm", "\u200e", "rlm", "\u200f");

  private WebVttText() {}

  /** A cue; absent if nothing in it can be seen. */
  static Optional<Cue> cue(Rational start, Rational end, String settings, String written) {
    String text = normalise(written);
    return text.isEmpty()
        ? Optional.empty()
        : Optional.of(new Cue(start, end, CueSettings.valid(settings), text));
  }

  private static String normalise(String written) {
    CueText text = new CueText();
    Matcher token = TOKEN.matcher(written);
    int position = 0;
    while (token.find()) {
      text.characters(written.substring(position, token.start()));
      position = token.end();
      if (token.group(4) != null) {
        text.characters(entity(token.group(4)));
      } else {
        tag(text, token.group(1), token.group(2), token.group(3));
      }
    }
    return text.characters(written.substring(position)).finish();
  }

  private static void tag(CueText text, String slash, String name, String rest) {
    if (!name.matches("b|i|u|c|v|lang|ruby|rt")) {
      return;
    }
    if (!slash.isEmpty()) {
      text.close(name);
      return;
    }
    Matcher parts = Pattern.compile("((?:\\.[^\\s.]+)*)(?:\\s+([\\s\\S]*))?").matcher(rest);
    if (parts.matches()) {
      String annotation = parts.group(2) == null ? "" : parts.group(2).strip();
      boolean annotated = name.equals("v") || name.equals("lang");
      text.open(
          name
              + parts.group(1)
              + (annotated && !annotation.isEmpty() ? " " + annotation.replace('\n', ' ') : ""));
    }
  }

  private static String entity(String name) {
    return ENTITIES.getOrDefault(name, "&" + name + ";");
  }
}
