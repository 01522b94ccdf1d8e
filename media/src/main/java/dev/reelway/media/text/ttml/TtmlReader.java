package dev.reelway.media.text.ttml;

import dev.reelway.contracts.time.Rational;
import dev.reelway.media.text.cue.Cue;
import dev.reelway.media.text.cue.CueList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/** Reads TTML documents: times, text, simple styles and the places of regions. */
public final class TtmlReader {

  private static final Pattern ROOT =
      Pattern.compile(
          "\\s*(<\\?xml[^>]*\\?>)?(\\s|<!--.*?-->)*<([\\w-]+:)?tt[\\s>].*", Pattern.DOTALL);

  private static final int HEAD_CHARACTERS = 8192;

  private final Map<String, TtmlNode> styles = new HashMap<>();
  private final Map<String, TtmlNode> regions = new HashMap<>();
  private final TtmlClock clock;
  private final List<Cue> cues = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();

  private TtmlReader(TtmlNode root) {
    this.clock = TtmlClock.of(root);
    for (TtmlNode styling : root.all("styling")) {
      styling.all("style").forEach(style -> styles.put(style.attribute("id"), style));
    }
    root.all("region").forEach(region -> regions.put(region.attribute("id"), region));
  }

  /** Whether the root element is that of TTML. */
  public static boolean recognises(String text) {
    return ROOT.matcher(text.substring(0, Math.min(HEAD_CHARACTERS, text.length()))).matches();
  }

  /** All cues of a document. */
  public static CueList read(String text) {
    try {
      TtmlNode root = TtmlNode.parse(text);
      TtmlReader reader = new TtmlReader(root);
      TtmlStyle base = new TtmlStyle(Map.of()).with("space", root.attribute("space"));
      root.elements().stream()
          .filter(child -> child.name().equals("body"))
          .forEach(body -> reader.container(body, TtmlInterval.ALWAYS, Rational.ZERO, base, ""));
      return new CueList(joined(reader.cues), reader.faults);
    } catch (XMLStreamException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
      return new CueList(
          List.of(), List.of("Line " + line + ": the XML is broken; nothing of it is read."));
    }
  }

  private TtmlInterval container(
      TtmlNode node, TtmlInterval outer, Rational from, TtmlStyle style, String outerRegion) {
    TtmlInterval interval = outer.of(node, clock, from);
    String region = node.attribute("region").isEmpty() ? outerRegion : node.attribute("region");
    TtmlStyle own = style.of(node, styles);
    if (node.name().equals("p")) {
      paragraph(node, interval, style, region);
      return interval;
    }
    boolean sequence = node.attribute("timeContainer").equals("seq");
    Rational next = interval.begin();
    for (TtmlNode child : node.elements()) {
      if (child.name().equals("div") || child.name().equals("p")) {
        TtmlInterval shown = container(child, interval, next, own, region);
        next = sequence ? shown.end().orElse(next) : next;
      }
    }
    return interval;
  }

  private void paragraph(TtmlNode node, TtmlInterval interval, TtmlStyle outer, String regionId) {
    TtmlStyle region =
        Optional.ofNullable(regions.get(regionId))
            .map(r -> TtmlStyle.NONE.of(r, styles))
            .orElse(TtmlStyle.NONE);
    // What the region says comes first; elements inside say it more exactly.
    Map<String, String> inherited = new HashMap<>(region.values());
    inherited.putAll(outer.values());
    TtmlStyle style = new TtmlStyle(inherited).of(node, styles);
    TtmlText text = new TtmlText(node, interval, style, styles, clock);
    List<Rational> changes = new ArrayList<>(new TreeSet<>(text.changes()));
    if (text.isEndless()) {
      faults.add("Line " + node.line() + ": the text has no end.");
    }
    for (int i = 0; i + 1 < changes.size(); i++) {
      String shown = text.between(changes.get(i), changes.get(i + 1));
      if (!shown.isEmpty()) {
        int lines = (int) shown.chars().filter(c -> c == '\n').count() + 1;
        String settings = TtmlPlace.settings(region, style.get("textAlign"), lines);
        cues.add(new Cue(changes.get(i), changes.get(i + 1), settings, shown));
      }
    }
  }

  // Paragraphs of one region at one time stand below each other; players would stack cues upwards.
  private static List<Cue> joined(List<Cue> cues) {
    List<Cue> joined = new ArrayList<>();
    for (Cue cue : cues) {
      Cue last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      boolean together =
          last != null
              && last.start().equals(cue.start())
              && last.end().equals(cue.end())
              && last.settings().equals(cue.settings());
      if (together) {
        String text = last.text() + "\n" + cue.text();
        joined.set(joined.size() - 1, new Cue(last.start(), last.end(), last.settings(), text));
      } else {
        joined.add(cue);
      }
    }
    return joined;
  }
}
