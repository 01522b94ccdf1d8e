package dev.reelway.media.text.ttml;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Style attributes that are in force for an element.
 *
 * @param values by attribute name
 */
record TtmlStyle(Map<String, String> values) {

  /** Nothing said. */
  static final TtmlStyle NONE = new TtmlStyle(Map.of());

  private static final Set<String> INHERITED =
      Set.of("color", "fontStyle", "fontWeight", "textDecoration", "textAlign", "space");

  private static final Set<String> OWN = Set.of("origin", "extent", "displayAlign", "ruby");

  private static final int MAX_REFERENCES = 16;

  /** Defensive copy. */
  TtmlStyle {
    values = Map.copyOf(values);
  }

  /**
   * The style of {@code node} inside an element with this style.
   *
   * @param named all styles of the document that have a name
   */
  TtmlStyle of(TtmlNode node, Map<String, TtmlNode> named) {
    Map<String, String> next = new HashMap<>();
    values.forEach(
        (name, value) -> {
          if (INHERITED.contains(name)) {
            next.put(name, value);
          }
        });
    referred(node, named, next, 0);
    node.elements().stream()
        .filter(child -> child.name().equals("style"))
        .forEach(child -> take(child, next));
    take(node, next);
    return new TtmlStyle(next);
  }

  private static void referred(
      TtmlNode node, Map<String, TtmlNode> named, Map<String, String> into, int depth) {
    for (String id : List.of(node.attribute("style").strip().split("\\s+"))) {
      TtmlNode style = named.get(id);
      if (style != null && depth < MAX_REFERENCES) {
        referred(style, named, into, depth + 1);
        take(style, into);
      }
    }
  }

  private static void take(TtmlNode node, Map<String, String> into) {
    node.attributes()
        .forEach(
            (name, value) -> {
              if (INHERITED.contains(name) || OWN.contains(name)) {
                into.put(name, value.strip());
              }
            });
  }

  String get(String name) {
    return values.getOrDefault(name, "");
  }

  /** The same with one more attribute, unless it is empty. */
  TtmlStyle with(String name, String value) {
    Map<String, String> next = new HashMap<>(values);
    if (!value.isEmpty()) {
      next.put(name, value);
    }
    return new TtmlStyle(next);
  }
}
