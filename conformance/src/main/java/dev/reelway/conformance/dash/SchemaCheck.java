package dev.reelway.conformance.dash;

import dev.reelway.conformance.manifest.Faults;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds an MPD's elements against {@link MpdSchema}. */
final class SchemaCheck {
  private final Faults faults;

  SchemaCheck(Faults faults) {
    this.faults = faults;
  }

  void check(Element root) {
    if (!root.isDash() || !root.name().equals("MPD")) {
      String found = root.name() + " of " + root.namespace();
      faults.add(DashRule.DASH_ELEMENT, root.line(), "MPD of " + Element.MPD_NAMESPACE, found);
      return;
    }
    element(root);
  }

  private void element(Element element) {
    Optional<ElementType> type = MpdSchema.type(element.name());
    if (type.isEmpty()) {
      return; // a rare element, not described here
    }
    attributes(element, type.get());
    children(element, type.get());
    element.children().stream().filter(Element::isDash).forEach(this::element);
  }

  private void attributes(Element element, ElementType type) {
    element
        .attributes()
        .forEach(
            (name, value) -> {
              ElementType.AttributeType known = type.attributes().get(name);
              if (known == null && !name.startsWith("{")) {
                fault(DashRule.DASH_ATTRIBUTE, element, "an attribute of its type", "@" + name);
              } else if (known != null && !known.type().accepts(value)) {
                String expected = "@" + name + " as " + known.type();
                fault(DashRule.DASH_VALUE, element, expected, value);
              }
            });
    type.attributes()
        .forEach(
            (name, known) -> {
              if (known.required() && element.attribute(name).isEmpty()) {
                fault(DashRule.DASH_REQUIRED, element, "@" + name, "none");
              }
            });
  }

  private void children(Element element, ElementType type) {
    Map<String, Integer> counts = new HashMap<>();
    int reached = 0;
    for (Element child : element.children()) {
      if (!child.isDash()) {
        continue; // extensions may stand anywhere
      }
      int place = place(type.children(), child.name());
      if (place < 0) {
        fault(DashRule.DASH_ELEMENT, element, "the children of its type", child.name());
        continue;
      }
      if (place < reached) {
        String before = type.children().get(reached).name();
        fault(DashRule.DASH_ORDER, child, "a place before " + before, "behind it");
      }
      reached = Math.max(reached, place);
      counts.merge(child.name(), 1, Integer::sum);
    }
    for (ElementType.ChildType child : type.children()) {
      int count = counts.getOrDefault(child.name(), 0);
      if ((count == 0 && child.required()) || (count > 1 && !child.many())) {
        String expected = (child.many() ? "at least one " : "one ") + child.name();
        fault(DashRule.DASH_REQUIRED, element, expected, String.valueOf(count));
      }
    }
  }

  private static int place(List<ElementType.ChildType> children, String name) {
    for (int i = 0; i < children.size(); i++) {
      if (children.get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  private void fault(DashRule rule, Element element, String expected, String found) {
    faults.add(rule, element.line(), element.name() + ": " + expected, found);
  }
}
